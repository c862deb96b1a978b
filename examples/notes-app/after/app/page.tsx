import { createNote } from './actions'
import { listNotes } from '../lib/notes'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const notes = await listNotes()
  return (
    <main>
      <h1>Notes</h1>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>{note.title}</li>
        ))}
      </ul>
      <form action={createNote}>
        <input name="title" placeholder="Title" />
        <textarea name="body" placeholder="Text" />
        <button>Add</button>
      </form>
    </main>
  )
}
