import Link from 'next/link'
import { ActivityList } from '@/components/admin/activity-list'
import { Frame } from '@/components/admin/frame'
import { listActivity } from '@/lib/activity/queries'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.activity.title }
}

/** Who did what, day by day. */
export default async function ActivityPage({ searchParams }: PageProps<'/admin/kegiatan'>) {
  const { viewer, locale, m } = await requireViewer()
  onlyIf(can(viewer, 'activity.list'))
  const before = Number((await searchParams).sebelum) || undefined
  const [{ list, next }, { timeZone }] = await Promise.all([listActivity(viewer, { before }), getSettings()])
  const words = m.activity
  return (
    <Frame place="more">
      <h1>{words.title}</h1>
      <p className="lead">{list.length ? words.lead : words.none}</p>
      <ActivityList list={list} m={m} locale={locale} zone={timeZone} />
      <nav className="pages small" aria-label={words.title}>
        {before ? <Link href="/admin/kegiatan" prefetch={false}>‹ {words.newest}</Link> : <span />}
        {next && <Link href={`/admin/kegiatan?sebelum=${next}` as '/admin/kegiatan'} prefetch={false}>{words.older} ›</Link>}
      </nav>
    </Frame>
  )
}
