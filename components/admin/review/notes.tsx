import type { Messages } from '@/lib/i18n/messages'
import type { Note } from '@/lib/reviews/queries'
import type { Viewer } from '@/lib/viewer'
import { nearTime, type Wall } from '../post-time'
import { NoteForm, TakeBack } from './note-form'

type Props = { id: number; notes: Note[]; viewer: NonNullable<Viewer>; m: Messages; wall: Wall }

/** What was said, and a place to say more. */
export function Notes({ id, notes, viewer, m: { review: words, admin }, wall }: Props) {
  return (
    <>
      {notes.length === 0 ? <p className="said">{words.noNotes}</p> : (
        <ol className="rows">
          {notes.map((note) => (
            <li key={note.id}>
              <div>
                <p className="small"><b>{note.user?.name ?? words.someone}</b>, <time dateTime={note.createdAt.toISOString()}>{nearTime(note.createdAt, wall)}</time></p>
                <p className="spoken">{note.body}</p>
              </div>
              {note.userId === viewer.id && <TakeBack id={id} note={note.id} label={words.takeBack} about={words.takeBackAbout} />}
            </li>
          ))}
        </ol>
      )}
      <NoteForm id={id} words={{ write: words.write, send: words.send, saving: admin.saving }} />
    </>
  )
}
