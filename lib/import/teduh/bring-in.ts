import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import type { z } from 'zod'
import { db, engine } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { labelKey } from '@/lib/labels/schema'
import { fileName, mediaStore } from '@/lib/media/store'
import { columnsOf, pictureIds } from '@/lib/posts/columns'
import { pathKey } from '@/lib/posts/permalink'
import { putSetting } from '@/lib/settings/commands'
import { siteSettings, type SettingKey } from '@/lib/settings/schema'
import { Tally, type PlacedState, type Report } from '../report'
import { readTeduhJson } from './read'
import type { person, picture, redirect, TeduhPost } from './schema'

type Content = { people: z.output<typeof person>[]; media: (z.output<typeof picture> & { bytes?: number })[]; redirects: z.output<typeof redirect>[]; posts: TeduhPost[]; settings: Record<string, unknown> }

const chunk = 200
/** Their pictures need not be in the file. */
const notTaken = new Set(['iconId', 'shareImageId'])

/**
 * Brings our own JSON into an empty blog as it was, ids included, in one transaction: all of it or nothing.
 * @throws AppError `import.not-empty`, `import.json`
 */
export async function bringTeduhIn(file: string, isDryRun: boolean): Promise<Report> {
  const content: Content = { people: [], media: [], redirects: [], posts: [], settings: {} }
  for await (const { of, item } of readTeduhJson(file)) {
    if (of === 'settings') content.settings = item
    else (content[of] as unknown[]).push(item)
  }
  if ((await db.post.count()) + (await db.media.count()) > 0) throw new AppError('conflict', 'import.not-empty')
  const tally = new Tally()
  if (!isDryRun) await keepPictures(file, content, tally)
  count(content, tally)
  if (!isDryRun) await transact(async (tx, touch) => {
    await write(tx, content)
    touch('settings')
  })
  return tally.report
}

/** Files lie beside the JSON; what is no picture of that width is not taken for one. */
async function keepPictures(file: string, content: Content, tally: Tally): Promise<void> {
  const whole: Content['media'] = []
  for (const picture of content.media) {
    let size = 0
    try {
      for (const { width, file: name } of picture.files) {
        const bytes = await readFile(join(dirname(file), name))
        const known = await sharp(bytes).metadata()
        if (known.format !== 'webp' || known.width !== width || known.exif) throw new Error('not that picture')
        await mediaStore.put(fileName(picture.hash, width), bytes)
        size += bytes.length
      }
      whole.push({ ...picture, bytes: size })
    } catch {
      tally.skip(`media ${picture.id}`, 'its files are not beside the JSON, or are no such picture')
    }
  }
  content.media = whole
}

function count({ posts, media, redirects }: Content, tally: Tally) {
  for (const { kind, status, labels, comments } of posts) {
    const state: PlacedState = status === 'published' || status === 'scheduled' || status === 'trashed' ? status : 'draft'
    tally.post(kind, state, labels, 'added')
    tally.report.comments += comments.length
  }
  tally.report.media = media.length
  tally.report.redirects = redirects.length
}

async function write(tx: Tx, { people, media, redirects, posts, settings }: Content): Promise<void> {
  if ((await tx.post.count()) > 0) throw new AppError('conflict', 'import.not-empty')
  const userIds = await writePeople(tx, people)
  const mediaIds = new Set(media.map(({ id }) => id))
  await inChunks(media, (some) => tx.media.createMany({ data: some.map(({ files, bytes = 1, ...row }) => ({ ...row, bytes, widths: JSON.stringify(files.map(({ width }) => width)) })) }))
  await inChunks(posts, (some) => tx.post.createMany({ data: some.map((post) => postRow(post, userIds, mediaIds)) }))
  await writeLabels(tx, posts)
  await inChunks(posts.flatMap(({ id, authors }) => authors.slice(1).map((person, position) => ({ postId: id, userId: userIds.get(person)!, position }))), (data) => tx.postAuthor.createMany({ data }))
  await inChunks(posts.flatMap(({ id, body, coverId }) => [...new Set([...pictureIds(body), ...(coverId ? [coverId] : [])])].filter((one) => mediaIds.has(one)).map((mediaId) => ({ postId: id, mediaId }))), (data) => tx.postMedia.createMany({ data }))
  // Who answers comes after what is answered.
  const comments = posts.flatMap(({ id, comments }) => comments.map((comment) => ({ ...comment, postId: id }))).toSorted((a, b) => a.id - b.id)
  await inChunks(comments, (data) => tx.comment.createMany({ data }))
  await inChunks(redirects, (some) => tx.redirect.createMany({ data: some.map(({ from, target }) => ({ fromKey: from, target })) }))
  for (const [key, value] of Object.entries(settings)) await takeSetting(tx, key, value)
  if (engine === 'postgresql') for (const table of ['User', 'Media', 'Post', 'Comment']) {
    await tx.$queryRawUnsafe(`SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), GREATEST((SELECT max("id") FROM "${table}"), 1))`)
  }
}

/** Ids here by those in the file: whoever is here already by the same name in addresses is the same. */
async function writePeople(tx: Tx, people: Content['people']): Promise<Map<number, number>> {
  const ids = new Map<number, number>()
  for (const { id, ...row } of people) {
    const known = await tx.user.findUnique({ where: { slug: row.slug }, select: { id: true } })
    const isTaken = await tx.user.findUnique({ where: { id }, select: { id: true } })
    ids.set(id, known?.id ?? (await tx.user.create({ data: { ...row, role: 'author', ...(!isTaken && { id }) }, select: { id: true } })).id)
  }
  return ids
}

function postRow({ comments: _, authors, labels, path, ...post }: TeduhPost, userIds: Map<number, number>, mediaIds: Set<number>) {
  const { title, natsRef, natsText, bacaan, doa, pertanyaan, lagu, body, slug, description, commentsOpen, coverAlt, ...rest } = post
  const coverId = post.coverId !== null && mediaIds.has(post.coverId) ? post.coverId : null
  const written = columnsOf({ title, natsRef, natsText, bacaan, doa, pertanyaan, lagu, body, slug, description, commentsOpen, coverAlt, coverId, labels })
  return { ...rest, ...written, path, pathKey: path && pathKey(path), authorId: userIds.get(authors[0]!)! }
}

async function writeLabels(tx: Tx, posts: TeduhPost[]): Promise<void> {
  const names = [...new Set(posts.flatMap(({ labels }) => labels))]
  const known = new Map((await tx.label.findMany({ where: { name: { in: names } }, select: { id: true, name: true } })).map(({ id, name }) => [name, id]))
  for (const name of names) if (!known.has(name)) known.set(name, (await tx.label.create({ data: { name, nameKey: labelKey(name) }, select: { id: true } })).id)
  const rows = posts.flatMap(({ id, labels, status, publishedAt }) => labels.map((name) => ({ postId: id, labelId: known.get(name)!, listedAt: status === 'published' ? publishedAt : null })))
  await inChunks(rows, (data) => tx.postLabel.createMany({ data }))
}

/** Only what was never set here. */
async function takeSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  const schema = Object.hasOwn(siteSettings.shape, key) && !notTaken.has(key) ? siteSettings.shape[key as SettingKey] : undefined
  if (!schema?.safeParse(value).success || (await tx.setting.findUnique({ where: { key }, select: { key: true } }))) return
  await putSetting(tx, key, value)
}

async function inChunks<T>(items: T[], run: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < items.length; i += chunk) await run(items.slice(i, i + chunk))
}
