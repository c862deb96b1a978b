import { NextResponse } from 'next/server'
import { addNote, listNotes } from '../../../lib/notes'

export async function GET() {
  return NextResponse.json(await listNotes())
}

export async function POST(request: Request) {
  try {
    const { title, body } = await request.json()
    const note = await addNote(title.trim(), body)
    return NextResponse.json(note, { status: 201 })
  } catch (error) {
    return NextResponse.json({ error: (error as Error).message }, { status: 500 })
  }
}
