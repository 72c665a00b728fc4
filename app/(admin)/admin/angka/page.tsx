import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { MostRead } from '@/components/admin/post-overview'
import { ReadersChart, type Bar } from '@/components/admin/readers-chart'
import { dayInZone, type Day } from '@/lib/clock'
import { count, dayAndMonth } from '@/lib/dates'
import { editableBy } from '@/lib/policy'
import { findTitles } from '@/lib/posts/admin-queries'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'
import { listMostRead, viewsPerDay, whyThisFigure } from '@/lib/views/queries'

const ranges = ['7', '30', '365'] as const

export async function generateMetadata() {
  return { title: (await requireViewer()).m.figures.title }
}

/** What was read: by day, by post, and what was not counted and why. Authors see their own posts. */
export default async function FiguresPage({ searchParams }: PageProps<'/admin/angka'>) {
  const { viewer, locale, m: all } = await requireViewer()
  const m = all.figures
  const { hari } = await searchParams
  const range = ranges.find((known) => known === hari) ?? '30'
  const { timeZone } = await getSettings()
  const now = new Date()
  const today = dayInZone(now, timeZone)
  const from = today - Number(range) + 1
  const mine = editableBy(viewer)
  const [days, week, ranking, why] = await Promise.all([
    viewsPerDay(from, today, mine), viewsPerDay(today - 7, today, mine), listMostRead(from, today, 10, mine), whyThisFigure(from, today, mine),
  ])
  const titles = await findTitles(ranking.map(({ postId }) => postId))
  const mostRead = ranking.flatMap(({ postId, views }) => {
    const post = titles.get(postId)
    return post && views > 0 ? [{ ...post, views }] : []
  })
  const bars = barsOf(days, range === '365' ? 7 : 1)
  const fullWeek = week.slice(0, -1).reduce((sum, { views }) => sum + views, 0)
  const discarded = Object.entries(why.discarded).filter(([, hits]) => hits > 0).sort(([, a], [, b]) => b - a)
  const dropped = discarded.reduce((sum, [, hits]) => sum + hits, 0)
  const number = (value: number) => count(value, locale)

  return (
    <Frame place="figures">
      <div className="top">
        <h1>{m.title}</h1>
        <nav className="filter" aria-label={m.range}>
          {ranges.map((known) => (
            <Link key={known} href={`/admin/angka?hari=${known}`} prefetch={false} aria-current={known === range ? 'page' : undefined}>{m.windows[known]}</Link>
          ))}
        </nav>
      </div>
      <p className="lead">{m.lead(number(fullWeek), number(week.at(-1)!.views))}</p>
      <section className="block" aria-labelledby="harian">
        <h2 id="harian">{range === '365' ? m.perWeek : m.perDay}</h2>
        <ReadersChart bars={bars} m={m} locale={locale} />
        <details className="small table">
          <summary>{m.table}</summary>
          <table className="rank">
            <thead className="hidden"><tr><th scope="col">{m.day}</th><th scope="col">{m.readers}</th></tr></thead>
            <tbody>
              {bars.toReversed().map((bar) => (
                <tr key={bar.from}>
                  <th scope="row">{bar.from === bar.to ? dayAndMonth(bar.from, locale) : `${dayAndMonth(bar.from, locale)} – ${dayAndMonth(bar.to, locale)}`}</th>
                  <td>{number(bar.views)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </section>
      <section className="block" aria-labelledby="teratas">
        <h2 id="teratas">{m.most}, {m.windows[range]}</h2>
        {mostRead.length ? <MostRead posts={mostRead} wall={{ m: all.posts, locale, zone: timeZone, now }} /> : <p className="small said">{m.none}</p>}
      </section>
      <details className="block why" open>
        <summary>{m.why}</summary>
        <p>{m.whyLead(number(why.counted + dropped), number(dropped))}</p>
        <dl>
          {discarded.map(([reason, hits]) => [
            <dt key={reason}>{number(hits)}</dt>, <dd key={`${reason}-of`}>{m.reasons[reason] ?? reason}</dd>,
          ])}
          <dt className="sum">{number(why.counted)}</dt><dd className="sum">{m.counted}</dd>
        </dl>
      </details>
    </Frame>
  )
}

/** Days put together from the end, so that the last bar is always a whole number of days up to today. */
function barsOf(days: { day: Day; views: number }[], size: number): Bar[] {
  const bars: Bar[] = []
  for (let end = days.length; end > 0; end -= size) {
    const part = days.slice(Math.max(0, end - size), end)
    bars.unshift({ from: part[0]!.day, to: part.at(-1)!.day, views: part.reduce((sum, { views }) => sum + views, 0) })
  }
  return bars
}
