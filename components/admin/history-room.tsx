import type { Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Title } from '@/components/reader/title'
import { Press } from '@/components/ui/press'
import { dateAndTime } from '@/lib/dates'
import type { FormState } from '@/lib/form-state'
import { findPostToEdit } from '@/lib/posts/admin-queries'
import { requireViewer } from '@/lib/require-viewer'
import { differences } from '@/lib/revisions/difference'
import { findHistory, findPair, type RevisionLine } from '@/lib/revisions/queries'
import { getSettings } from '@/lib/settings/queries'
import { Difference } from './difference'
import { Frame } from './frame'
import './post.css'

type Props = {
  id: string
  folder: 'tulisan' | 'halaman'
  query: { versi?: unknown; sebelum?: unknown }
  restore: (before: FormState, form: FormData) => Promise<FormState>
}

const wholeNumber = (text: unknown) => (typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined)

/** How a post became what it is: each kept version, what changed in it, and the way back to it. */
export async function HistoryRoom({ id, folder, query, restore }: Props) {
  const { viewer, locale, m: { history: m, posts } } = await requireViewer()
  const postId = wholeNumber(id) ?? 0
  const [history, { timeZone }] = await Promise.all([findHistory(viewer, postId, wholeNumber(query.sebelum)), getSettings()])
  if (!history) notFound()
  const chosen = wholeNumber(query.versi) ?? history.lines[0]?.revision
  const pair = chosen === undefined ? null : await findPair(viewer, postId, chosen)
  const line = history.lines.find(({ revision }) => revision === chosen)
  const base = `/admin/${folder}/${postId}`
  const isLatest = chosen === history.lines[0]?.revision && query.sebelum === undefined
  const current = await findPostToEdit(viewer, postId)
  const when = (at: Date) => dateAndTime(at, locale, timeZone)
  const label = ({ kind, by }: RevisionLine) => [m.kind[kind], by && m.by(by)].filter(Boolean).join(' ')

  return (
    <Frame place={folder === 'tulisan' ? 'posts' : 'more'}>
      <p><Link className="plain bare back" href={base as Route}>‹ {m.back}</Link></p>
      <h1>{m.title}: <Title untitled={posts.untitled}>{current?.title ?? history.title}</Title></h1>
      <p className="lead">{history.lines.length ? m.lead : m.none}</p>
      <div className="history">
        <ol className="rows" aria-label={m.title}>
          {history.lines.map((each) => (
            <li key={each.id}>
              <Link href={`${base}/riwayat?versi=${each.revision}${query.sebelum ? `&sebelum=${String(query.sebelum)}` : ''}` as Route} scroll={false} aria-current={each.revision === chosen ? 'true' : undefined}>
                {when(each.at)}
                <span className="small">{label(each)}</span>
              </Link>
            </li>
          ))}
        </ol>
        {pair && (
          <section className="block" aria-labelledby="versi">
            <h2 id="versi">{line ? m.version(when(line.at)) : m.title}</h2>
            {line && <p className="small">{label(line)}{isLatest && ` · ${m.now}`}</p>}
            {!isLatest && current && current.status !== 'trashed' && (
              <Press action={restore} label={m.restore} values={{ id: postId, revision: current.revision, versi: chosen! }} className="plain" />
            )}
            <h3>{pair.before ? m.changed : m.first}</h3>
            <Difference found={differences(pair.before ?? emptied(pair.after), pair.after)} m={m} />
          </section>
        )}
      </div>
      {history.more && <p className="after"><Link href={`${base}/riwayat?sebelum=${history.lines.at(-1)!.revision}` as Route}>{m.older} ›</Link></p>}
    </Frame>
  )
}

/** Before the first version there was nothing. */
function emptied<T extends object>(content: T): T {
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, typeof value === 'string' ? '' : Array.isArray(value) ? [] : value])) as T
}
