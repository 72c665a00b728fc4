import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { pictureIds, recordingIds } from '@/lib/posts/columns'
import { getSettings } from '@/lib/settings/queries'
import type { ExportOptions } from './options'
import { inBatches, whichPosts, writersOf } from './queries'

/** `isWhole`: beside what posts show also the blog's own pictures and people's, and with drafts what nothing shows. */
export type MediaOptions = ExportOptions & { isWhole?: boolean }

/** Pictures that leave the blog. */
export async function* eachPicture(options: MediaOptions) {
  const where = await whichPictures(options)
  const select = { id: true, hash: true, width: true, height: true, widths: true, filename: true, mime: true, alt: true, createdAt: true, uploaderId: true } as const
  yield* inBatches((after) => db.media.findMany({ where: { id: { gt: after }, ...where }, orderBy: { id: 'asc' }, take: 200, select }))
}

/** Recordings that leave the blog. */
export async function* eachRecording(options: MediaOptions) {
  const where = await whichRecordings(options)
  const select = { id: true, hash: true, filename: true, mime: true, bytes: true, duration: true, createdAt: true, uploaderId: true } as const
  yield* inBatches((after) => db.recording.findMany({ where: { id: { gt: after }, ...where }, orderBy: { id: 'asc' }, take: 200, select }))
}

async function whichPictures(options: MediaOptions): Promise<Prisma.MediaWhereInput> {
  if (options.isWhole && options.drafts) return {}
  const posts = whichPosts(options)
  const shown: Prisma.MediaWhereInput[] = [{ posts: { some: { post: { ...posts, ...asRead(options) } } } }, { covers: { some: posts } }, { id: { in: (await besideWaiting(options)).pictures } }]
  if (!options.isWhole) return { OR: shown }
  const { iconId, shareImageId } = await getSettings()
  const own = [iconId, shareImageId].filter((id) => id !== null)
  return { OR: [...shown, { id: { in: own } }, { pictures: { some: writersOf(options) } }] }
}

async function whichRecordings(options: MediaOptions): Promise<Prisma.RecordingWhereInput> {
  if (options.isWhole && options.drafts) return {}
  return { OR: [{ posts: { some: { post: { ...whichPosts(options), ...asRead(options) } } } }, { id: { in: (await besideWaiting(options)).recordings } }] }
}

/** Posts of which the rows say what readers see, and not also what is written and waits for them. */
const asRead = ({ drafts }: ExportOptions) => (drafts ? {} : { workingRevision: null })

/** What readers see of the others. */
async function besideWaiting(options: ExportOptions) {
  const posts = options.drafts ? [] : await db.post.findMany({ where: { ...whichPosts(options), workingRevision: { not: null } }, select: { body: true } })
  return { pictures: posts.flatMap(({ body }) => pictureIds(body)), recordings: posts.flatMap(({ body }) => recordingIds(body)) }
}

/** Pictures that exported posts show from another host, or did until they were fetched. */
export async function listElsewhere(options: ExportOptions) {
  const posts = { post: whichPosts(options) }
  const rows = await db.remotePicture.findMany({
    where: { posts: { some: posts } }, orderBy: { id: 'asc' },
    select: { url: true, state: true, width: true, height: true, mediaId: true, posts: { where: posts, select: { postId: true }, orderBy: { postId: 'asc' } } },
  })
  return rows.map(({ posts, ...picture }) => ({ ...picture, posts: posts.map(({ postId }) => postId) }))
}
