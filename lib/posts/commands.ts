import { exclusive } from '@/lib/db/dialect'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { authorisePost, changeIn, changePost } from './change'
import { openFrom, type From } from './save-key'
import type { PostContent, PostKind, PostStatus } from './schema'
import { storeChange } from './store'
import { storedSelect, toSaved, type Change, type SavedPost, type StoredPost, type Work } from './stored'

/** Begins a draft. Pages are an editor's matter. */
export async function createPost(viewer: Viewer, kind: PostKind, content: PostContent): Promise<SavedPost> {
  return transact(async (tx, touch) => begin({ tx, touch }, viewer, kind, content, null))
}

/**
 * Saves what was written; readers of a public post see it at once.
 * @throws AppError conflict `post.changed` when somebody saved since `from`
 */
export async function savePost(viewer: Viewer, id: number, from: From, content: PostContent): Promise<SavedPost> {
  return changePost(viewer, id, from, 'edit', (post) => {
    refuseTrashed(post)
    return { content, kind: post.status === 'published' ? 'published' : 'saved' }
  })
}

type Kept = {
  content: PostContent
  /** Whose it is from now on; an editor's matter. */
  authorId?: number
}

/**
 * Keeps what is written so far, as an editor does at every pause. Readers of a public post keep what they have,
 * until `savePost`.
 * @throws AppError conflict `post.changed` when somebody wrote something else since `from`
 */
export async function keepPost(viewer: Viewer, id: number, from: From, { content, authorId }: Kept): Promise<SavedPost> {
  return transact(async (tx, touch) => keepIn({ tx, touch }, viewer, id, from, { content, authorId }))
}

/**
 * Begins a draft from an editor that knows no number of it yet, once: whatever it sends before it hears the answer
 * belongs to the same draft.
 */
export async function beginPost(viewer: Viewer, kind: PostKind, from: Exclude<From, number>, { content, authorId }: Kept): Promise<SavedPost> {
  authorise(viewer, 'post.create')
  return transact(async (tx, touch) => {
    const { editors } = openFrom(from)
    for (const editor of editors.toSorted()) await exclusive(tx, `editor ${editor}`)
    const begun = await findBegun(tx, viewer, editors)
    if (begun) return keepIn({ tx, touch }, viewer, begun.postId, { ...from, revision: begun.revision }, { content, authorId })
    const post = await begin({ tx, touch }, viewer, kind, content, from.key)
    return authorId === undefined || authorId === viewer.id ? post : changeIn({ tx, touch }, viewer, post.id, post.revision, 'edit', giveTo(viewer, authorId))
  })
}

async function begin(work: Work, viewer: Viewer, kind: PostKind, content: PostContent, saveKey: string | null): Promise<SavedPost> {
  authorise(viewer, 'post.create')
  authorisePost(viewer, 'edit', { kind, authorId: viewer.id, status: 'draft' })
  const { language } = await getSettings()
  const post = await work.tx.post.create({ data: { kind, lang: language, authorId: viewer.id }, select: storedSelect })
  return toSaved(await storeChange(work, viewer, post, { content }, saveKey))
}

/** The draft that one of these editors has begun, and the first revision of it that is theirs. */
async function findBegun(tx: Tx, { id }: NonNullable<Viewer>, editors: string[]) {
  // Looked up by whole keys: a draft is begun by one of the first saves of an editor.
  const keys = editors.flatMap((editor) => Array.from({ length: 40 }, (_, n) => `${editor}.${n}`))
  return tx.revision.findFirst({ where: { saveKey: { in: keys }, userId: id }, orderBy: { revision: 'asc' }, select: { postId: true, revision: true } })
}

async function keepIn(work: Work, viewer: Viewer, id: number, from: From, { content, authorId }: Kept): Promise<SavedPost> {
  return changeIn(work, viewer, id, from, 'edit', async (post) => {
    refuseTrashed(post)
    const given = authorId === undefined || authorId === post.authorId ? {} : await giveTo(viewer, authorId)(post, work)
    return { content, ...given, isWorking: post.status === 'published' }
  })
}

/** A contributor hands a draft in for review. */
export async function handInPost(viewer: Viewer, id: number, from: From, content?: PostContent): Promise<SavedPost> {
  return changePost(viewer, id, from, 'edit', (post) => {
    if (post.status !== 'draft' && post.status !== 'review') throw new AppError('invalid', 'post.not_draft')
    return { content, data: { status: 'review' } }
  })
}

/** Gives a post to another author; an editor's matter. */
export async function changeAuthor(viewer: Viewer, id: number, from: From, authorId: number): Promise<SavedPost> {
  authorise(viewer, 'post.assign')
  return changePost(viewer, id, from, 'edit', giveTo(viewer, authorId))
}

function giveTo(viewer: Viewer, authorId: number) {
  return async ({ id }: StoredPost, { tx }: Work): Promise<Change> => {
    authorise(viewer, 'post.assign')
    const author = await tx.user.findFirst({ where: { id: authorId, state: { not: 'removed' } }, select: { id: true } })
    if (!author) throw new AppError('invalid', 'post.author', { fields: { authorId: 'post.author' } })
    // Whose post it is stands first and only once.
    await tx.postAuthor.deleteMany({ where: { postId: id, userId: authorId } })
    return { data: { authorId } }
  }
}

/** @throws AppError invalid `post.trashed` */
export function refuseTrashed(post: { status: PostStatus }): void {
  if (post.status === 'trashed') throw new AppError('invalid', 'post.trashed')
}
