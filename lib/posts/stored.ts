import type { Prisma } from '@/lib/db/generated/sqlite/client'
import type { Tx } from '@/lib/db/transaction'
import type { PostContent } from './schema'

/** What a command works with inside its transaction. */
export type Work = { tx: Tx; touch: (...tags: string[]) => void }

export const storedSelect = {
  id: true, kind: true, status: true, trashedFrom: true, authorId: true, coauthors: { select: { userId: true } }, revision: true, workingRevision: true, slug: true, title: true,
  natsRef: true, body: true, snippet: true, path: true, publishedAt: true, scheduledAt: true, updatedAt: true, coverId: true,
} satisfies Prisma.PostSelect

export type StoredPost = Prisma.PostGetPayload<{ select: typeof storedSelect }>

/** A post as a command leaves it; `revision` is what the next save has to name. */
export type SavedPost = Pick<StoredPost, 'id' | 'kind' | 'status' | 'revision' | 'slug' | 'path' | 'publishedAt' | 'scheduledAt' | 'trashedFrom'> & {
  /** Something is written that readers of this public post do not have yet. */
  isAhead: boolean
}

export type Change = {
  content?: PostContent
  /** Readers keep what they have; `content` waits until somebody gives it to them. */
  isWorking?: boolean
  /** What the kept revision is; a save where it is left out. */
  kind?: 'saved' | 'published' | 'restored'
  /** State, dates, address, author. */
  data?: Omit<Prisma.PostUncheckedUpdateManyInput, keyof PostContent | 'revision' | 'workingRevision'>
}

export function toSaved({ id, kind, status, revision, slug, path, publishedAt, scheduledAt, trashedFrom, workingRevision }: StoredPost): SavedPost {
  return { id, kind, status, revision, slug, path, publishedAt, scheduledAt, trashedFrom, isAhead: workingRevision !== null }
}
