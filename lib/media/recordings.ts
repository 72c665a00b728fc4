import { createHash } from 'node:crypto'
import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise, can } from '@/lib/policy'
import { slugOf } from '@/lib/posts/permalink'
import { isPublic } from '@/lib/posts/queries'
import type { Viewer } from '@/lib/viewer'
import { readSound } from './sound'
import { mediaStore, recordingName } from './store'

export type UploadedRecording = { id: number; src: string; mime: string; duration: number | null; filename: string; isKnown: boolean }

/** The most that is taken, in bytes: about forty minutes at the usual quality. */
export const largestRecording = 40 * 1024 * 1024

/** Stores a recording once, however often it is uploaded; its row comes after its file is stored. */
export async function uploadRecording(viewer: Viewer, { bytes, filename }: { bytes: Buffer; filename: string }): Promise<UploadedRecording> {
  authorise(viewer, 'media.upload')
  if (bytes.length > largestRecording) throw new AppError('invalid', 'media.soundLarge')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const known = await db.recording.findUnique({ where: { hash } })
  if (known) return { ...asUploaded(known), isKnown: true }
  const { mime, duration } = await readSound(bytes)
  await mediaStore.put(recordingName(hash), bytes)
  const data = { hash, mime, duration, bytes: bytes.length, filename: filename.slice(0, 200), uploaderId: viewer!.id }
  const stored = await transact((tx) => tx.recording.upsert({ where: { hash }, create: data, update: {} }))
  return { ...asUploaded(stored), isKnown: false }
}

const usingPost = { id: true, title: true, kind: true, authorId: true, coauthors: { select: { userId: true } }, status: true } as const

/** Newest first, with the posts that play them; what others are still writing is not named. */
export async function listRecordings(viewer: Viewer, take = 50) {
  authorise(viewer, 'media.upload')
  const rows = await db.recording.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take,
    select: { id: true, filename: true, mime: true, duration: true, bytes: true, uploaderId: true, posts: { select: { post: { select: usingPost } } } },
  })
  return rows.map(({ posts, ...row }) => ({
    ...row, src: recordingPath(row),
    isUsed: posts.length > 0, used: posts.map(({ post }) => post).filter((post) => post.status === 'published' || can(viewer, 'post.view', post)),
  }))
}
export type RecordingItem = Awaited<ReturnType<typeof listRecordings>>[number]

/** The recording, and whether everybody may hear it: while a public post plays it. */
export async function findRecording(id: number) {
  const row = await db.recording.findUnique({
    where: { id }, select: { hash: true, mime: true, bytes: true, _count: { select: { posts: { where: { post: isPublic } } } } },
  })
  return row && { hash: row.hash, mime: row.mime, bytes: row.bytes, isPlayed: row._count.posts > 0 }
}

/** @throws AppError `media.used` while a post plays it */
export async function deleteRecording(viewer: Viewer, id: number): Promise<void> {
  const recording = await transact(async (tx) => {
    const recording = await tx.recording.findUnique({ where: { id }, select: { hash: true, filename: true, uploaderId: true, _count: { select: { posts: true } } } })
    if (!recording) throw new AppError('not_found')
    authorise(viewer, 'media.edit', recording)
    if (recording._count.posts > 0) throw new AppError('conflict', 'media.used')
    await tx.recording.delete({ where: { id } })
    await record(tx, viewer, 'media.delete', `recording:${id}`, recording.filename)
    return recording
  })
  await mediaStore.remove(recordingName(recording.hash))
}

const endings: Record<string, string> = { 'audio/mpeg': 'mp3', 'audio/aac': 'aac', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg', 'audio/webm': 'webm', 'audio/wav': 'wav', 'audio/flac': 'flac' }

/** How a file of that kind is usually called at its end. */
export function recordingEnding(mime: string): string {
  return endings[mime] ?? 'audio'
}

function recordingPath({ id, filename, mime }: { id: number; filename: string; mime: string }): string {
  return `/rekaman/${id}/${slugOf(filename.replace(/\.\w{1,5}$/, ''))}.${recordingEnding(mime)}`
}

function asUploaded({ id, filename, mime, duration }: { id: number; filename: string; mime: string; duration: number | null }) {
  return { id, src: recordingPath({ id, filename, mime }), mime, duration, filename }
}
