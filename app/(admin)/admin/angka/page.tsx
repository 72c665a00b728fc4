import Link from 'next/link'
import { FiguresView, RangeNav } from '@/components/admin/figures-view'
import { Frame } from '@/components/admin/frame'
import { MostRead } from '@/components/admin/post-overview'
import { dayInZone } from '@/lib/clock'
import { count } from '@/lib/dates'
import { can, figuresSeenBy } from '@/lib/policy'
import { findTitles } from '@/lib/posts/admin-queries'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'
import { figuresOf, mostReadIn } from '@/lib/views/figures'
import { rangeOf } from '@/lib/views/range'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.figures.title }
}

/** What was read: by day, by post, from where, and what was not counted and why. Authors see their own posts. */
export default async function FiguresPage({ searchParams }: PageProps<'/admin/angka'>) {
  const { viewer, locale, m: all } = await requireViewer()
  const m = all.figures
  const range = rangeOf((await searchParams).hari)
  const { timeZone } = await getSettings()
  const now = new Date()
  const today = dayInZone(now, timeZone)
  const from = today - Number(range) + 1
  const mine = figuresSeenBy(viewer)
  const [figures, week, ranking] = await Promise.all([figuresOf(from, today, mine), figuresOf(today - 7, today, mine), mostReadIn(from, today, 10, mine)])
  const titles = await findTitles(ranking.map(({ postId }) => postId))
  const mostRead = ranking.flatMap(({ postId, views }) => {
    const post = titles.get(postId)
    return post ? [{ ...post, views }] : []
  })
  const number = (value: number) => count(value, locale)
  const readToday = week.perDay.at(-1)!.views

  return (
    <Frame place="figures">
      <div className="top">
        <h1>{m.title}</h1>
        <RangeNav m={m} range={range} path="/admin/angka" />
      </div>
      <p className="lead">{m.lead(number(week.counted - readToday), number(readToday))}</p>
      <FiguresView figures={figures} range={range} csv={`/api/figures/csv?hari=${range}`} m={m} locale={locale}>
        <section className="block" aria-labelledby="teratas">
          <h2 id="teratas">{m.most}, {m.windows[range]}</h2>
          {mostRead.length ? <MostRead posts={mostRead} wall={{ m: all.posts, locale, zone: timeZone, now }} to="figures" /> : <p className="small said">{m.none}</p>}
        </section>
      </FiguresView>
      {can(viewer, 'settings.edit') && <p className="block"><Link href={'/admin/angka/awal' as '/admin'}>{m.starting}</Link></p>}
    </Frame>
  )
}
