import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { MostRead, Unfinished } from '@/components/admin/post-overview'
import { NextOut } from '@/components/admin/post-plan'
import { Unsent } from '@/components/admin/unsent'
import { Week } from '@/components/admin/post-week'
import '@/components/admin/post.css'
import { dayInZone } from '@/lib/clock'
import { countWaiting } from '@/lib/comments/queue'
import { count } from '@/lib/dates'
import { figuresSeenBy } from '@/lib/policy'
import { findTitles, listPlans, listUnfinished } from '@/lib/posts/admin-queries'
import { requireViewer } from '@/lib/require-viewer'
import { countHandedIn } from '@/lib/reviews/queries'
import { getSettings } from '@/lib/settings/queries'
import { figuresOf, mostReadIn } from '@/lib/views/figures'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.posts.overview.title }
}

/** What an author wants to know first: what comes out, what waits, what is read, what is unfinished. */
export default async function OverviewPage() {
  const { viewer, locale, m: { posts: m, review, calendar } } = await requireViewer()
  const { timeZone } = await getSettings()
  const wall = { m, locale, zone: timeZone, now: new Date() }
  const today = dayInZone(wall.now, timeZone)
  const mine = figuresSeenBy(viewer)
  const [plans, waiting, week, ranking, unfinished, handedIn] = await Promise.all([
    listPlans(viewer, timeZone), countWaiting(viewer), figuresOf(today - 6, today, mine), mostReadIn(today - 6, today, 5, mine), listUnfinished(viewer, 5), countHandedIn(viewer),
  ])
  const titles = await findTitles(ranking.map(({ postId }) => postId))
  const mostRead = ranking.flatMap(({ postId, views }) => {
    const post = titles.get(postId)
    return post ? [{ ...post, views }] : []
  })
  const readersToday = week.perDay.at(-1)!.views
  const readersWeek = week.counted

  return (
    <Frame>
      <div className="top">
        <h1>{m.overview.greeting(viewer.name)}</h1>
        <div className="row">
          <a className="plain" href="/" target="_blank" rel="noopener">{m.overview.viewSite}</a>
          <Link className="button" href="/admin/tulisan/baru">{m.write.post}</Link>
        </div>
      </div>
      <Unsent userId={viewer.id} words={{ ...m.unsent, untitled: m.untitled }} />
      <NextOut plans={plans} today={today} wall={wall} />
      <dl className="figures">
        <div>
          <dt>{m.overview.readers}</dt>
          <dd>
            <Link href="/admin/angka">{readersToday ? m.overview.readersToday(count(readersToday, locale)) : m.overview.noReaders}</Link>{' '}
            <span className="small">{m.overview.readersWeek(count(readersWeek, locale))}</span>
          </dd>
        </div>
        <div>
          <dt>{m.overview.comments}</dt>
          <dd>{waiting ? <Link href="/admin/komentar">{m.overview.waiting(count(waiting, locale))}</Link> : m.overview.noneWaiting}</dd>
        </div>
        {handedIn > 0 && (
          <div>
            <dt>{review.title}</dt>
            <dd><Link href="/admin/tinjauan" prefetch={false}>{review.waiting(count(handedIn, locale))}</Link></dd>
          </div>
        )}
      </dl>
      <div className="halves">
        <section className="block" aria-labelledby="pekan">
          <h2 id="pekan">{m.overview.planned}</h2>
          <Week plans={plans} today={today} wall={wall} />
          <p className="said"><Link href="/admin/kalender">{calendar.title}</Link></p>
        </section>
        <div>
          <section className="block" aria-labelledby="belum">
            <h2 id="belum">{m.overview.unfinished}</h2>
            {unfinished.length ? <Unfinished posts={unfinished} wall={wall} /> : <p className="small said">{m.overview.noneUnfinished}</p>}
            {unfinished.length > 0 && <p className="said"><Link href="/admin/tulisan?keadaan=draft">{m.overview.allDrafts}</Link></p>}
          </section>
          <section className="block" aria-labelledby="dibaca">
            <h2 id="dibaca">{m.overview.mostRead}</h2>
            {mostRead.length ? <MostRead posts={mostRead} wall={wall} to="figures" /> : <p className="small said">{m.overview.noneRead}</p>}
          </section>
        </div>
      </div>
    </Frame>
  )
}
