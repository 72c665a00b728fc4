import { createHash } from 'node:crypto'
import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { isPublic } from '@/lib/posts/queries'
import type { Viewer } from '@/lib/viewer'
import { processPicture } from './process'
import { allNames, fileName, mediaStore } from './store'

/**
 * Another picture in the place of one, wherever that is shown; its description stays.
 *
 * @throws AppError `media.replaceKnown` when the library has the new one already under another id
 */
export async function replacePicture(viewer: Viewer, id: number, { bytes, filename }: { bytes: Buffer; filename: string }): Promise<void> {
  await getEditable(viewer, id, db)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await checkNew(id, hash, db)
  const { width, height, mime, files } = await processPicture(bytes)
  for (const file of files) await mediaStore.put(fileName(hash, file.width), file.bytes)
  const before = await transact(async (tx, touch) => {
    const before = await getEditable(viewer, id, tx)
    await checkNew(id, hash, tx)
    await tx.media.update({
      where: { id },
      data: {
        hash, mime, width, height, filename: filename.slice(0, 200),
        bytes: files.reduce((sum, file) => sum + file.bytes.length, 0), widths: JSON.stringify(files.map((file) => file.width)),
      },
    })
    touch(...(await pagesShowing(tx, id)))
    await record(tx, viewer, 'media.replace', `media:${id}`, before.filename)
    return before
  })
  if (before.hash === hash) return
  for (const name of allNames(before.hash, JSON.parse(before.widths) as number[])) await mediaStore.remove(name)
}

type Reads = Pick<Tx, 'media' | 'post' | 'setting' | 'user'>

async function getEditable(viewer: Viewer, id: number, from: Reads) {
  const media = await from.media.findUnique({ where: { id }, select: { hash: true, filename: true, widths: true, uploaderId: true } })
  if (!media) throw new AppError('not_found', 'media.gone')
  authorise(viewer, 'media.edit', media)
  return media
}

async function checkNew(id: number, hash: string, from: Reads) {
  const known = await from.media.findUnique({ where: { hash }, select: { id: true } })
  if (known && known.id !== id) throw new AppError('conflict', 'media.replaceKnown')
}

/** Names of the finished pages with this picture in them. */
async function pagesShowing(tx: Reads, id: number): Promise<string[]> {
  const posts = await tx.post.findMany({ where: { ...isPublic, OR: [{ coverId: id }, { media: { some: { mediaId: id } } }] }, select: { id: true } })
  const settings = await tx.setting.count({ where: { key: { in: ['iconId', 'shareImageId'] }, value: String(id) } })
  const people = await tx.user.count({ where: { pictureId: id } })
  if (settings + people > 0) return ['settings']
  return posts.length > 0 ? ['lists', ...posts.map((post) => `post:${post.id}`)] : []
}
