import { Frame } from '@/components/admin/frame'
import { PersonSearch } from '@/components/admin/person-search'
import { PersonsComments } from '@/components/admin/persons-comments'
import { count } from '@/lib/dates'
import { onlyIf } from '@/lib/only-if'
import { exportPerson } from '@/lib/people-data/commands'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.persons.title }
}

/** Everything of one commenter: to look at, to give to them, to remove. */
export default async function PersonPage({ searchParams }: PageProps<'/admin/komentar/orang'>) {
  const { viewer, locale, m } = await requireViewer()
  onlyIf(can(viewer, 'person.export'))
  const { komentar, terhapus } = await searchParams
  const commentId = Number(komentar) || null
  const data = commentId === null ? null : await exportPerson(viewer, { commentId })
  const words = m.persons
  return (
    <Frame place="comments">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {terhapus !== undefined && <p className="note" role="status">{words.erased(count(Number(terhapus) || 0, locale))}</p>}
      {data && commentId && data.comments.length > 0 && (
        <PersonsComments data={data} commentId={commentId} words={words} states={m.notices.state} locale={locale} zone={(await getSettings()).timeZone} />
      )}
      {data?.comments.length === 0 && <p className="note">{words.nothing}</p>}
      <PersonSearch words={{ email: words.email, find: words.find, finding: m.people.signIn.sending }} />
    </Frame>
  )
}
