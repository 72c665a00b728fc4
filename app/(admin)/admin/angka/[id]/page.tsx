import Link from 'next/link'
import { notFound } from 'next/navigation'
import { FiguresView, RangeNav } from '@/components/admin/figures-view'
import { Frame } from '@/components/admin/frame'
import { Title } from '@/components/reader/title'
import { dayInZone } from '@/lib/clock'
import { count } from '@/lib/dates'
import { isAppError } from '@/lib/errors'
import { findTitles } from '@/lib/posts/admin-queries'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'
import { figuresOf } from '@/lib/views/figures'
import { rangeOf, scopeOfPost } from '@/lib/views/range'
import { findStarting } from '@/lib/views/starting'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.figures.title }
}

/** The same figures for one post. */
export default async function PostFiguresPage({ params, searchParams }: PageProps<'/admin/angka/[id]'>) {
  const { viewer, locale, m: all } = await requireViewer()
  const m = all.figures
  const id = Number((await params).id)
  const scope = await scopeOfPost(viewer, id).catch((error: unknown) => (isAppError(error) ? notFound() : Promise.reject(error)))
  const range = rangeOf((await searchParams).hari)
  const { timeZone } = await getSettings()
  const today = dayInZone(new Date(), timeZone)
  const [figures, titles, starting] = await Promise.all([figuresOf(today - Number(range) + 1, today, scope), findTitles([id]), findStarting(id, today)])
  const post = titles.get(id)!
  const path = `/admin/angka/${id}`
  return (
    <Frame place="figures">
      <p><Link className="plain bare back" href="/admin/angka" prefetch={false}>‹ {m.back}</Link></p>
      <div className="top">
        <h1><Title untitled={all.posts.untitled}>{post.title}</Title></h1>
        <RangeNav m={m} range={range} path={path} />
      </div>
      {starting && <p className="lead">{m.startingNote(count(starting.views, locale), count(starting.daysLeft, locale))}</p>}
      <FiguresView figures={figures} range={range} csv={`/api/figures/csv?post=${id}&hari=${range}`} m={m} locale={locale} />
      <p className="block"><Link href={`/admin/${post.kind === 'page' ? 'halaman' : 'tulisan'}/${id}` as '/admin'} prefetch={false}>{m.edit}</Link></p>
    </Frame>
  )
}
