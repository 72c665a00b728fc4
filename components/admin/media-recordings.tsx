import Link from 'next/link'
import { Press } from '@/components/ui/press'
import { removeRecording } from '@/app/(admin)/admin/media/actions'
import type { Messages } from '@/lib/i18n/messages'
import type { RecordingItem } from '@/lib/media/recordings'
import { can } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'

type Props = { recordings: RecordingItem[]; words: Messages['media']; viewer: Viewer }

/** The recordings of the library, to hear them, with the posts that play them. */
export function MediaRecordings({ recordings, words, viewer }: Props) {
  return (
    <section aria-labelledby="rekaman">
      <h2 id="rekaman">{words.recordings}</h2>
      {recordings.length === 0 && <p className="small">{words.noRecordings}</p>}
      <ul className="recordings">
        {recordings.map((item) => (
          <li key={item.id}>
            <p className="name">{item.filename}{item.duration !== null && <span className="small"> {length(item.duration)}</span>}</p>
            {/* What is heard is the author's text, which stands beside it. */}
            {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
            <audio controls preload="none" src={item.src} aria-label={item.filename} />
            <p className="small">
              {item.isUsed ? words.usedIn : words.unused}{' '}
              {item.used.map(({ id, title, kind }, i) => (
                <span key={id}>{i > 0 && ', '}<Link href={`/admin/${kind === 'page' ? 'halaman' : 'tulisan'}/${id}` as '/admin'} prefetch={false}>{title || '…'}</Link></span>
              ))}
            </p>
            {!item.isUsed && can(viewer, 'media.edit', item) && <Press action={removeRecording} values={{ id: item.id }} label={words.remove} about={item.filename} sure={words.removeRecording} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As 4:05. */
function length(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
