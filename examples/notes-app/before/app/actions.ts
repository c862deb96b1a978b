'use server'

import { revalidatePath } from 'next/cache'
import { addNote } from '../lib/notes'

export async function createNote(formData: FormData) {
  const title = formData.get('title') as string
  const body = formData.get('body') as string
  console.log('Creating note', { title, body })
  await addNote(title, body)
  revalidatePath('/')
}
