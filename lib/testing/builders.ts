import { dayInZone } from '@/lib/clock'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { toPlainText } from '@/lib/html'
import { pathKey, pagePath, postPath, slugOf } from '@/lib/posts/permalink'
import type { Role } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { rebuildPosts } from '@/lib/views/windows'

const zone = 'Asia/Jakarta'
let serial = 0

type UserData = Partial<Prisma.UserUncheckedCreateInput>
type CommentData = Partial<Prisma.CommentUncheckedCreateInput>
type PostData = Partial<Prisma.PostUncheckedCreateInput> & { labels?: string[]; published?: boolean | Date }

/** One write, as a transaction of its own. */
function write<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return transact((tx) => run(tx))
}

export async function makeUser(data: UserData = {}) {
  const n = ++serial
  return write((tx) =>
    tx.user.create({ data: { name: `Penulis ${n}`, slug: `penulis-${n}-${Date.now()}`, email: `penulis${n}.${Date.now()}@contoh.id`, ...data } }),
  )
}

/** Somebody signed in, with a row behind them. */
export async function makeViewer(role: Role = 'author', data: UserData = {}): Promise<NonNullable<Viewer>> {
  const user = await makeUser({ role, ...data })
  const session = await write((tx) =>
    tx.session.create({ data: { id: `s${user.id}-${Date.now()}`, userId: user.id, expiresAt: new Date(Date.now() + 3_600_000) } }),
  )
  return { id: user.id, role, name: user.name, locale: 'id', sessionId: session.id }
}

/** A draft, or with `published` a public post (true: an hour ago). Labels are made when they are missing. */
export async function makePost({ labels = [], published = false, ...data }: PostData = {}) {
  const authorId = data.authorId ?? (await makeUser()).id
  const title = data.title ?? `Renungan ${++serial}`
  const body = data.body ?? '<p>Pagi ini tenang.</p>'
  const at = published === true ? new Date(Date.now() - 3_600_000) : published
  const day = at ? dayInZone(at, zone) : 0
  const slug = `${slugOf(title)}${data.slug ? '' : `-${++serial}`}`
  const path = data.kind === 'page' ? pagePath(data.slug ?? slug) : postPath(day, data.slug ?? slug)
  const out = at ? { status: 'published' as const, path, pathKey: pathKey(path), publishedAt: at, publishedDay: day } : {}
  const text = toPlainText(body)
  return write(async (tx) => {
    const post = await tx.post.create({
      data: { title, body, snippet: text.slice(0, 200), searchText: `${title} ${text}`.toLowerCase(), ...out, ...data, authorId },
    })
    for (const name of labels) {
      const label = await tx.label.upsert({ where: { name }, create: { name, nameKey: name.toLowerCase() }, update: {} })
      await tx.postLabel.create({ data: { postId: post.id, labelId: label.id, listedAt: post.status === 'published' ? post.publishedAt : null } })
    }
    return post
  })
}

export async function makePage(data: PostData = {}) {
  return makePost({ kind: 'page', published: true, ...data })
}

export async function makeLabel(name = `Label ${++serial}`) {
  return write((tx) => tx.label.create({ data: { name, nameKey: name.toLowerCase() } }))
}

export async function makeComment(data: CommentData = {}) {
  const postId = data.postId ?? (await makePost({ published: true })).id
  return write((tx) => tx.comment.create({ data: { name: 'Marlina', body: 'Terima kasih.', status: 'visible', ...data, postId } }))
}

/** `views` readers of a post on a day (days since 1970-01-01). */
export async function makeViews(postId: number, day: number, views: number) {
  return write(async (tx) => {
    await tx.viewCount.upsert({ where: { postId_day: { postId, day } }, create: { postId, day, views }, update: { views } })
    await rebuildPosts(tx, [postId])
  })
}

/** The readers of many days of a post that had none. */
export async function makeDaysOfViews(postId: number, days: { day: number; views: number }[]) {
  return write(async (tx) => {
    await tx.viewCount.createMany({ data: days.map((row) => ({ postId, ...row })) })
    await rebuildPosts(tx, [postId])
  })
}

export async function makeMedia(data: Partial<Prisma.MediaUncheckedCreateInput> = {}) {
  const hash = (++serial).toString(16).padStart(64, '0')
  return write((tx) =>
    tx.media.create({ data: { hash, filename: 'laut.jpg', mime: 'image/jpeg', width: 1440, height: 960, bytes: 1000, widths: '[480,960,1440]', ...data } }),
  )
}
