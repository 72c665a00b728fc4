import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { isAppError } from '@/lib/errors'
import { placePictures } from '@/lib/import/html/place-pictures'
import { storePicture } from '@/lib/media/commands'
import { toPicture } from '@/lib/media/markup'
import { authorise } from '@/lib/policy'
import { runApart } from '@/lib/run-apart'
import type { Viewer } from '@/lib/viewer'
import { fileNameIn, largestForm } from './address'
import { download, DownloadError, type Fault } from './download'
import { listDue } from './queries'

/** When a fault that may pass is tried again, in minutes; after the last it is given up. */
const waits = [1, 10, 60]
const atOnce = 3

/** Puts every picture that still stands elsewhere in the queue. */
export async function fetchPictures(viewer: Viewer, now = new Date()): Promise<void> {
  authorise(viewer, 'import.run')
  await transact((tx) => tx.remotePicture.updateMany({ where: { state: 'waiting' }, data: { dueAt: now, attempts: 0 } }))
  await goOnWithPictures()
}

/** The same for those that could not be had. */
export async function retryPictures(viewer: Viewer, now = new Date()): Promise<void> {
  authorise(viewer, 'import.run')
  await transact((tx) => tx.remotePicture.updateMany({ where: { state: { in: ['gone', 'refused'] } }, data: { state: 'waiting', dueAt: now, attempts: 0, error: null } }))
  await goOnWithPictures()
}

export async function stopFetching(viewer: Viewer): Promise<void> {
  authorise(viewer, 'import.run')
  await transact((tx) => tx.remotePicture.updateMany({ where: { state: 'waiting' }, data: { dueAt: null } }))
}

/** Begins to fetch in a process apart when something is due. */
export async function goOnWithPictures(now = new Date()): Promise<void> {
  const isDue = await db.remotePicture.findFirst({ where: { state: 'waiting', dueAt: { lte: now } }, select: { id: true } })
  if (isDue) runApart('pictures', ['pictures-run'])
}

type Get = (url: string) => Promise<Buffer>

/** Fetches what is due, a few at once, until nothing is; each is decided before the next of its kind begins. */
export async function fetchDue(isStopped: () => boolean = () => false, get: Get = download): Promise<number> {
  let done = 0
  for (;;) {
    const due = isStopped() ? [] : await listDue(new Date(), atOnce)
    if (due.length === 0) return done
    await Promise.all(due.map((picture) => fetchOne(picture, get)))
    done += due.length
  }
}

async function fetchOne({ id, url, attempts }: { id: number; url: string; attempts: number }, get: Get): Promise<void> {
  try {
    const media = await storePicture({ bytes: await get(url), filename: fileNameIn(url) || 'gambar', alt: '', uploaderId: null })
    await putInPlace(id, url, { ...toPicture(media), mediaId: media.id })
  } catch (error) {
    if (error instanceof DownloadError) await note(id, attempts, error.fault, error.mayPass)
    else if (isAppError(error) && error.code === 'invalid') await note(id, attempts, 'kind', false)
    else throw error
  }
}

/** From now on posts show the picture that is here. Nobody wrote anything, so their revision stays. */
async function putInPlace(id: number, url: string, own: { mediaId: number; width: number; height: number; widths: number[] }): Promise<void> {
  const shown = await db.postRemotePicture.findMany({ where: { remoteId: id }, select: { postId: true } })
  for (const { postId } of shown) {
    await transact(async (tx, touch) => {
      const post = await tx.post.findUnique({ where: { id: postId }, select: { body: true, updatedAt: true } })
      const body = post && placePictures(post.body, (src) => (largestForm(src) === url ? own : undefined))
      if (!post || body === post.body) return
      await tx.post.update({ where: { id: postId }, data: { body: body!, updatedAt: post.updatedAt } })
      await tx.postMedia.upsert({ where: { postId_mediaId: { postId, mediaId: own.mediaId } }, create: { postId, mediaId: own.mediaId }, update: {} })
      touch(`post:${postId}`, 'lists')
    })
  }
  await transact((tx) => tx.remotePicture.update({
    where: { id }, data: { state: 'fetched', mediaId: own.mediaId, width: own.width, height: own.height, dueAt: null, error: null, attempts: { increment: 1 } },
  }))
}

async function note(id: number, attempts: number, error: Fault, mayPass: boolean): Promise<void> {
  const wait = mayPass ? waits[attempts] : undefined
  await transact(async (tx, touch) => {
    if (wait !== undefined) {
      await tx.remotePicture.update({ where: { id }, data: { error, attempts: attempts + 1, dueAt: new Date(Date.now() + wait * 60_000) } })
      return
    }
    await tx.remotePicture.update({ where: { id }, data: { state: error === 'private' ? 'refused' : 'gone', error, attempts: attempts + 1, dueAt: null } })
    const shown = await tx.postRemotePicture.findMany({ where: { remoteId: id }, select: { postId: true } })
    touch('lists', ...shown.map(({ postId }) => `post:${postId}`))
  })
}
