'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { addNote } from '../lib/notes'

const noteForm = z.object({ title: z.string().trim().min(1).max(200), body: z.string().max(10_000) })

export async function createNote(formData: FormData) {
  const { title, body } = noteForm.parse(Object.fromEntries(formData))
  console.log('Creating note', { titleLength: title.length, bodyLength: body.length })
  await addNote(title, body)
  revalidatePath('/')
}
