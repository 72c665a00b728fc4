import type { Prisma } from '@/lib/db/generated/sqlite/client'
import type { Tx } from '@/lib/db/transaction'
import { emptyContent, postContent, type PostContent } from './schema'

type Column = Exclude<keyof PostContent, 'labels'>

const fields = Object.keys(postContent.shape) as (keyof PostContent)[]
const columns = fields.filter((name) => name !== 'labels')

/** What an author writes, as the columns that hold it. */
export const contentSelect = {
  ...(Object.fromEntries(columns.map((name) => [name, true])) as Record<Column, true>),
  labels: { select: { label: { select: { name: true } } } },
} satisfies Prisma.PostSelect

type ContentRow = Prisma.PostGetPayload<{ select: typeof contentSelect }>

/** What stands in a post's columns: of a public post, what readers have. */
export function contentOf(row: ContentRow): PostContent {
  const labels = row.labels.map(({ label }) => label.name).sort((a, b) => a.localeCompare(b, 'id'))
  return pickContent({ ...row, labels })
}

/** A kept revision's content; one of before a field existed is read as without it. */
export function readContent(json: string): PostContent {
  return pickContent({ ...emptyContent, ...(JSON.parse(json) as Partial<PostContent>) })
}

/**
 * Kept as the content of a revision that is what the post's columns say. Years of posts that move in would otherwise be
 * stored twice, and most of them are never changed.
 */
export const asInPost = ''

/** A kept revision's content, wherever it stands. */
export async function readRevision(from: Pick<Tx, 'post'>, postId: number, kept: string): Promise<PostContent> {
  if (kept !== asInPost) return readContent(kept)
  return contentOf(await from.post.findUniqueOrThrow({ where: { id: postId }, select: contentSelect }))
}

/** Before the columns say something else: gives revisions that relied on them a content of their own. */
export async function keepOwnContent(tx: Pick<Tx, 'post' | 'revision'>, postId: number): Promise<void> {
  const relying = { postId, content: asInPost }
  if ((await tx.revision.count({ where: relying })) === 0) return
  const content = JSON.stringify(await readRevision(tx, postId, asInPost))
  // Whoever changed the columns meanwhile has done it with what they said before.
  await tx.revision.updateMany({ where: relying, data: { content } })
}

/** Unjudged: what came from another blog may be longer than what one may write. */
export function pickContent(from: PostContent): PostContent {
  return Object.fromEntries(fields.map((name) => [name, from[name]])) as PostContent
}

/** Whether both say the same; labels are the same in any order and case. */
export function isSameContent(a: PostContent, b: PostContent): boolean {
  return comparable(a) === comparable(b)
}

function comparable({ labels, ...content }: PostContent): string {
  const names = labels.map((name) => name.toLowerCase()).sort()
  return JSON.stringify([names, Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** What was written last: of a public post, perhaps not yet what readers have. */
export async function writtenContent(from: Pick<Tx, 'post' | 'revision'>, postId: number): Promise<PostContent> {
  const { workingRevision, ...row } = await from.post.findUniqueOrThrow({ where: { id: postId }, select: { ...contentSelect, workingRevision: true } })
  const working = workingRevision === null ? null : await findWorking(from, postId, workingRevision)
  return working ?? contentOf(row)
}

/** What is written on a public post since readers last got it. */
export async function findWorking(from: Pick<Tx, 'revision'>, postId: number, revision: number): Promise<PostContent | null> {
  const row = await from.revision.findUnique({ where: { postId_revision: { postId, revision } }, select: { content: true } })
  return row && readContent(row.content)
}
