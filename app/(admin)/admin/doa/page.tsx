import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { PrayerList } from '@/components/prayer/prayer-list'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { pageNumber } from '@/lib/posts/params'
import { listPrayerReaders, listPrayers } from '@/lib/prayer/queries'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.prayer.admin.title }
}

/** What readers have entrusted to those named; everybody else does not find this room. */
export default async function PrayersPage({ searchParams }: PageProps<'/admin/doa'>) {
  const { viewer, locale, m } = await requireViewer()
  const settings = await getSettings()
  onlyIf(can(viewer, 'prayer.read', settings))
  const [list, readers] = await Promise.all([listPrayers(viewer, pageNumber(await searchParams)), listPrayerReaders(settings)])
  const href = (page: number) => `/admin/doa?page=${page}` as '/admin/doa'
  return (
    <Frame place="more">
      <h1>{m.prayer.admin.title}</h1>
      <p className="lead">{m.prayer.admin.lead(new Intl.ListFormat(locale).format(readers.map(({ name }) => name)))}</p>
      {!settings.prayer && <p className="note">{m.prayer.admin.off}</p>}
      {list.prayers.length === 0 && <p>{m.prayer.admin.none}</p>}
      <PrayerList prayers={list.prayers} words={m.prayer.admin} locale={locale} zone={settings.timeZone} days={settings.prayerForgetAfter} />
      {list.pages > 1 && (
        <nav className="pages small">
          {list.page > 1 ? <Link href={href(list.page - 1)} prefetch={false}>‹ {m.moderation.newer}</Link> : <span />}
          {list.page < list.pages && <Link href={href(list.page + 1)} prefetch={false}>{m.moderation.older} ›</Link>}
        </nav>
      )}
    </Frame>
  )
}
