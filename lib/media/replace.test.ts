import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { uploadPicture } from './commands'
import { replacePicture } from './replace'
import { serveMedia } from './serve'
import { fileName, mediaStore } from './store'

let author: Viewer, other: Viewer
beforeAll(async () => {
  author = await makeViewer('author')
  other = await makeViewer('author')
})

let colour = 0
const jpeg = (width: number, height = 400) => sharp({ create: { width, height, channels: 3, background: { r: ++colour, g: 20, b: 90 } } }).jpeg().toBuffer()
const upload = async (width: number) => uploadPicture(author, { bytes: await jpeg(width), filename: 'lama.jpg', alt: 'Laut' })
const serve = (id: number, file: string) => serveMedia(String(id), file, new Headers(), async () => true)

test('a replaced picture is shown wherever the one before was, with its description, and the old files are gone', async () => {
  const { id } = await upload(1500)
  const before = await db.media.findUniqueOrThrow({ where: { id } })
  const post = await makePost({ published: true, coverId: id })
  const purged = await db.purge.count()
  await replacePicture(author, id, { bytes: await jpeg(700, 500), filename: 'baru.jpg' })
  expect(await db.media.findUnique({ where: { id } })).toMatchObject({ width: 700, height: 500, alt: 'Laut', filename: 'baru.jpg' })
  const { tags } = (await db.purge.findMany({ orderBy: { id: 'desc' }, take: 1 }))[0]!
  expect([await db.purge.count(), JSON.parse(tags).sort()]).toEqual([purged + 1, ['lists', `post:${post.id}`]])
  expect(await mediaStore.get(fileName(before.hash, 960))).toBeNull()
  // A page from before asks for a width that there no longer is.
  expect(await sharp(Buffer.from(await (await serve(id, '1440.webp')).arrayBuffer())).metadata()).toMatchObject({ width: 700 })
  expect(await db.activity.count({ where: { action: 'media.replace', subject: `media:${id}` } })).toBe(1)
})

test('by the same picture nothing is lost', async () => {
  const bytes = await jpeg(600)
  const { id } = await uploadPicture(author, { bytes, filename: 'a.jpg' })
  await replacePicture(author, id, { bytes, filename: 'b.jpg' })
  expect((await serve(id, '480.webp')).status).toBe(200)
})

test('is refused for others’ pictures, for what is no picture, and for one that the library has', async () => {
  const [one, two] = [await upload(500), await upload(520)]
  await expect(replacePicture(other, one.id, { bytes: await jpeg(300), filename: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(replacePicture(null, one.id, { bytes: await jpeg(300), filename: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(replacePicture(author, one.id, { bytes: Buffer.from('bukan'), filename: 'x' })).rejects.toMatchObject({ reason: 'media.unknown' })
  await expect(replacePicture(author, 999_999, { bytes: await jpeg(300), filename: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  const bytes = await jpeg(540)
  const third = await uploadPicture(author, { bytes, filename: 'c.jpg' })
  await expect(replacePicture(author, two.id, { bytes, filename: 'x' })).rejects.toMatchObject({ reason: 'media.replaceKnown' })
  expect([third.isKnown, (await uploadPicture(author, { bytes, filename: 'd.jpg' })).isKnown]).toEqual([false, true])
  await transact((tx) => tx.media.delete({ where: { id: two.id } }))
})
