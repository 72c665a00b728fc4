import type { Prisma } from '@/lib/db/generated/sqlite/client'
import type { Tx } from '@/lib/db/transaction'
import type { PostContent } from './schema'

/** What a command works with inside its transaction. */
export type Work = { tx: Tx; touch: (...tags: string[]) => void }

export const storedSelect = {
  id: true, kind: true, status: true, trashedFrom: true, authorId: true, revision: true, slug: true, title: true,
  natsRef: true, body: true, snippet: true, path: true, publishedAt: true, scheduledAt: true, coverId: true,
} satisfies Prisma.PostSelect

export type StoredPost = Prisma.PostGetPayload<{ select: typeof storedSelect }>

/** A post as a command leaves it; `revision` is what the next save has to name. */
export type SavedPost = Pick<StoredPost, 'id' | 'kind' | 'status' | 'revision' | 'slug' | 'path' | 'publishedAt' | 'scheduledAt' | 'trashedFrom'>

export type Change = {
  content?: PostContent
  /** State, dates, address, author. */
  data?: Omit<Prisma.PostUncheckedUpdateManyInput, keyof PostContent | 'revision'>
}

export function toSaved({ id, kind, status, revision, slug, path, publishedAt, scheduledAt, trashedFrom }: StoredPost): SavedPost {
  return { id, kind, status, revision, slug, path, publishedAt, scheduledAt, trashedFrom }
}
