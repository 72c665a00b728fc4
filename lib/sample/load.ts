import { dayInZone, instantInZone, isoDay, type Day } from '@/lib/clock'
import { insertRows } from '@/lib/db/insert-rows'
import { transact, type Tx } from '@/lib/db/transaction'
import { listUnderLabels, setLabels } from '@/lib/labels/attach'
import { storePicture } from '@/lib/media/commands'
import { columnsOf } from '@/lib/posts/columns'
import { pagePath, pathKey, postPath } from '@/lib/posts/permalink'
import { emptyContent } from '@/lib/posts/schema'
import { putSetting } from '@/lib/settings/commands'
import { getSettings } from '@/lib/settings/queries'
import { freeSlug } from '@/lib/users/slug'
import { rebuildPosts } from '@/lib/views/windows'
import { readComments, readPages, readPeople, readPicture, readPosts, type SamplePost } from './files'
import { discardedBeside, partsOf, sourcesOf, spreadViews } from './spread-views'

/** Kept for good once sample content was offered, so that it never comes by itself again. */
export const offeredKey = 'sample.offered'

type Loaded = { posts: number; pages: number; comments: number }
type Row = { id: number; publishedAt: Date | null; status: string }
type Work = { tx: Tx; zone: string; now: Date; authors: Map<string, number>; covers: Map<string, number> }

/** Puts the sample content in, in one transaction, marked so that `clearSample` finds all of it. */
export async function loadSample(now = new Date()): Promise<Loaded> {
  const { timeZone: zone } = await getSettings()
  const [posts, pages] = [readPosts(), readPages()]
  const covers = await storeCovers(posts)
  return transact(async (tx, touch) => {
    const work: Work = { tx, zone, now, covers, authors: await insertPeople(tx) }
    const first = [...work.authors.values()][0]!
    const rows = new Map<string, Row>()
    const linked = posts.map((post) => ({ ...post, body: linkPosts(post.body, posts, work) }))
    for (const post of linked) rows.set(post.slug, await insertPost(work, post, 'post', work.authors.get(post.author) ?? first))
    for (const page of pages) rows.set(page.slug, await insertPost(work, page, 'page', first))
    const comments = await insertComments(work, rows)
    await rebuildPosts(tx, [...rows.values()].map(({ id }) => id), now)
    await tx.label.updateMany({ where: { posts: { every: { post: { isSample: true } } } }, data: { isSample: true } })
    await putSetting(tx, offeredKey, true)
    touch('lists', 'labels', 'popular', 'settings')
    return { posts: posts.length, pages: pages.length, comments }
  })
}

async function storeCovers(posts: SamplePost[]) {
  const named = new Map<string, string>()
  for (const { cover, coverAlt } of posts) if (cover && !named.has(cover)) named.set(cover, coverAlt)
  // All at once: the library that makes their forms has threads of its own.
  const stored = await Promise.all([...named].map(async ([cover, alt]): Promise<[string, number]> => {
    const { id } = await storePicture({ bytes: readPicture(cover), filename: cover, alt, uploaderId: null, isSample: true })
    return [cover, id]
  }))
  return new Map(stored)
}

async function insertPeople(tx: Tx): Promise<Map<string, number>> {
  const authors = new Map<string, number>()
  for (const { key, name, role, bio } of readPeople()) {
    const known = await tx.user.findFirst({ where: { name, isSample: true }, select: { id: true } })
    const user = known ?? (await tx.user.create({ data: { name, role, bio, isSample: true, slug: await freeSlug(tx, name) }, select: { id: true } }))
    authors.set(key, user.id)
  }
  return authors
}

async function insertPost(work: Work, post: SamplePost, kind: 'post' | 'page', authorId: number): Promise<Row> {
  const { tx, now, zone, covers } = work
  const at = timeOf(post, now, zone)
  const day = dayInZone(at, zone)
  const coverId = post.cover ? covers.get(post.cover)! : null
  const path = kind === 'page' ? pagePath(post.slug) : postPath(day, post.slug)
  const when = {
    published: { path, pathKey: pathKey(path), publishedAt: at, publishedDay: day },
    scheduled: { scheduledAt: at },
    draft: {},
  }[post.status]
  const content = columnsOf({
    ...emptyContent, title: post.title, natsRef: post.nats, natsText: post.natsText.trim(), bacaan: post.bacaan, body: post.body,
    doa: post.doa.trim(), pertanyaan: post.pertanyaan.join('\n'), lagu: post.lagu.trim(),
    labels: post.labels, slug: post.slug, description: post.description, coverId, coverAlt: post.coverAlt, commentsOpen: kind === 'post',
  })
  const row = await tx.post.create({ data: { ...content, ...when, kind, authorId, status: post.status, isSample: true, revision: 1, createdAt: at } })
  await setLabels(tx, row.id, post.labels)
  await listUnderLabels(tx, row.id)
  if (coverId) await tx.postMedia.create({ data: { postId: row.id, mediaId: coverId } })
  if (post.status === 'published') await insertViews(work, row.id, day, post)
  return row
}

async function insertViews({ tx, now, zone }: Work, postId: number, published: Day, { slug, views }: SamplePost) {
  const today = dayInZone(now, zone)
  const days = spreadViews({ seed: slug, published, today, ...views })
  if (days.length === 0) return
  const ofDay = { postId: 'int', day: 'int' } as const
  await insertRows(tx, 'ViewCount', { ...ofDay, views: 'int', phone: 'int', similar: 'int', noScript: 'int' },
    days.map(([day, count]) => ({ postId, day, views: count, ...partsOf(count) })))
  await insertRows(tx, 'ViewSource', { ...ofDay, source: 'text', views: 'int' },
    days.flatMap(([day, count]) => sourcesOf(count).map((part) => ({ postId, day, ...part }))))
  await insertRows(tx, 'DiscardedHits', { ...ofDay, reason: 'text', hits: 'int' },
    days.flatMap(([day, count]) => discardedBeside(count).map((part) => ({ postId, day, ...part }))))
}

async function insertComments({ tx, now, authors }: Work, rows: Map<string, Row>): Promise<number> {
  const ids = new Map<string, number>()
  const comments = readComments().filter(({ post }) => rows.get(post)?.publishedAt)
  for (const comment of comments) {
    const post = rows.get(comment.post)!
    const at = Math.min(post.publishedAt!.getTime() + comment.hoursAfter * 3_600_000, now.getTime() - 60_000)
    const row = await tx.comment.create({
      data: {
        postId: post.id, parentId: comment.parent ? ids.get(comment.parent)! : null, name: comment.name, body: comment.body,
        status: comment.status, userId: comment.author ? authors.get(comment.author)! : null, isSample: true, createdAt: new Date(at),
      },
    })
    ids.set(comment.key, row.id)
  }
  return comments.length
}

/** Links to other sample posts stand as `post:<slug>` in the files. */
function linkPosts(body: string, posts: SamplePost[], { now, zone }: Work): string {
  return body.replace(/href="post:([\w-]+)"/g, (_, slug: string) => {
    const post = posts.find((other) => other.slug === slug && other.status === 'published')
    return post ? `href="${postPath(dayInZone(timeOf(post, now, zone), zone), slug)}"` : ''
  })
}

function timeOf({ date, daysAgo = 0, time, status }: SamplePost, now: Date, zone: string): Date {
  const day = date ?? isoDay(dayInZone(now, zone) - daysAgo)
  const at = instantInZone(`${day}T${time}`, zone)
  // Before dawn, today's is not due yet; it stands here all the same.
  return status !== 'scheduled' && at > now ? new Date(now.getTime() - 60_000) : at
}
