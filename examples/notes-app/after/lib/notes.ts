export interface Note {
  id: number
  title: string
  body: string
}

const notes: Note[] = []

export async function listNotes(): Promise<Note[]> {
  return notes
}

export async function addNote(title: string, body: string): Promise<Note> {
  const note = { id: notes.length + 1, title, body }
  notes.push(note)
  return note
}
