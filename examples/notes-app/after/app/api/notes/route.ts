import { NextResponse } from 'next/server'
import { z } from 'zod'
import { addNote, listNotes } from '../../../lib/notes'

const noteRequest = z.object({ title: z.string().trim().min(1).max(200), body: z.string().max(10_000) })

export async function GET() {
  return NextResponse.json(await listNotes())
}

export async function POST(request: Request) {
  const note = noteRequest.safeParse(await request.json())
  if (!note.success) return NextResponse.json({ error: 'Invalid note' }, { status: 400 })
  try {
    return NextResponse.json(await addNote(note.data.title, note.data.body), { status: 201 })
  } catch (error) {
    console.error('Adding a note failed', error)
    return NextResponse.json({ error: 'The note could not be saved' }, { status: 500 })
  }
}
