import { createHash } from 'node:crypto'
import { record } from '@/lib/activity/record'
import { transact } from '@/lib/db/transaction'
import { db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { picturePath, toPicture } from './markup'
import { processPicture } from './process'
import { allNames, fileName, mediaStore } from './store'

/** `isKnown`: the library had it already. */
export type Uploaded = { id: number; src: string; width: number; height: number; alt: string; isKnown: boolean }

/** Stores a picture once, however often it is uploaded; its row comes after its files are on disk. */
export async function uploadPicture(viewer: Viewer, { bytes, filename, alt = '' }: { bytes: Buffer; filename: string; alt?: string }): Promise<Uploaded> {
  authorise(viewer, 'media.upload')
  const before = await db.media.findUnique({ where: { hash: hashOf(bytes) }, select: { id: true } })
  const media = await storePicture({ bytes, filename, alt, uploaderId: viewer.id })
  return { ...asUploaded(media), isKnown: before !== null }
}

/** The same without a person: for sample content and imports. */
export async function storePicture({ bytes, filename, alt, uploaderId, isSample = false }: { bytes: Buffer; filename: string; alt: string; uploaderId: number | null; isSample?: boolean }) {
  const hash = hashOf(bytes)
  const known = await db.media.findUnique({ where: { hash } })
  if (known) return known
  const { width, height, mime, files } = await processPicture(bytes)
  for (const file of files) await mediaStore.put(fileName(hash, file.width), file.bytes)
  const data = {
    hash, mime, width, height, alt, uploaderId, isSample, filename: filename.slice(0, 200),
    bytes: files.reduce((sum, file) => sum + file.bytes.length, 0), widths: JSON.stringify(files.map((file) => file.width)),
  }
  // Two uploads of one picture at once end with the same row.
  return transact((tx) => tx.media.upsert({ where: { hash }, create: data, update: {} }))
}

export async function describePicture(viewer: Viewer, id: number, alt: string): Promise<void> {
  await transact(async (tx) => {
    const media = await tx.media.findUnique({ where: { id }, select: { uploaderId: true } })
    if (!media) throw new AppError('not_found')
    authorise(viewer, 'media.edit', media)
    await tx.media.update({ where: { id }, data: { alt } })
  })
}

/** @throws AppError `media.used` while a post, a profile or a setting shows it */
export async function deletePicture(viewer: Viewer, id: number): Promise<void> {
  const media = await transact(async (tx) => {
    const media = await tx.media.findUnique({
      where: { id },
      select: { hash: true, filename: true, widths: true, uploaderId: true, _count: { select: { posts: true, covers: true, pictures: true } } },
    })
    if (!media) throw new AppError('not_found')
    authorise(viewer, 'media.edit', media)
    const { posts, covers, pictures } = media._count
    const settings = await tx.setting.count({ where: { key: { in: ['iconId', 'shareImageId'] }, value: String(id) } })
    if (posts + covers + pictures + settings > 0) throw new AppError('conflict', 'media.used')
    await tx.media.delete({ where: { id } })
    await record(tx, viewer, 'media.delete', `media:${id}`, media.filename)
    return media
  })
  for (const name of allNames(media.hash, JSON.parse(media.widths) as number[])) await mediaStore.remove(name)
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function asUploaded(row: { id: number; width: number; height: number; widths: string; alt: string }): Omit<Uploaded, 'isKnown'> {
  const picture = toPicture(row)
  const middle = picture.widths.find((width) => width >= 900) ?? picture.widths.at(-1)!
  return { id: row.id, src: picturePath(row.id, middle), width: row.width, height: row.height, alt: row.alt }
}
