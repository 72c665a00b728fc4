import { beforeAll, describe, expect, it } from 'vitest'
import { resolveAddress } from '@/lib/addresses/resolve'
import { db } from '@/lib/db/client'
import { makeComment, makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { publishDue } from './publish-due'
import { deleteForever, emptyOldTrash, emptyTrash, restorePost, trashPost } from './trash'

type Person = NonNullable<Viewer>
let editor: Person, author: Person, other: Person, contributor: Person

beforeAll(async () => {
  editor = await makeViewer('editor')
  author = await makeViewer('author')
  other = await makeViewer('author')
  contributor = await makeViewer('contributor')
})

const find = (id: number) => db.post.findUnique({ where: { id } })
const refusedAs = (code: string, reason: string = code) => expect.objectContaining({ name: 'AppError', code, reason })

describe('trashPost and restorePost', () => {
  it.each(['draft', 'review', 'withdrawn'] as const)('bring a post back as it was: %s', async (status) => {
    const out = status === 'withdrawn' ? { path: '/2025/03/w.html', pathKey: '/2025/03/w.html', publishedAt: new Date(), publishedDay: 20_000 } : {}
    const post = await makePost({ authorId: author.id, status, ...out })
    const away = await trashPost(author, post.id, 0)
    expect(away.status).toBe('trashed')
    expect(await restorePost(author, post.id, away.revision)).toMatchObject({ status })
    expect(await find(post.id)).toMatchObject({ trashedFrom: null, trashedAt: null })
  })

  it('bring a public post back to readers at its old address', async () => {
    const post = await makePost({ authorId: author.id, published: true, labels: ['Pulang'] })
    const away = await trashPost(author, post.id, 0)
    expect(await resolveAddress(post.path!)).toEqual({ kind: 'gone' })
    expect((await db.postLabel.findFirst({ where: { postId: post.id } }))!.listedAt).toBeNull()
    await restorePost(author, post.id, away.revision)
    expect(await resolveAddress(post.path!)).toMatchObject({ kind: 'page' })
    expect((await db.postLabel.findFirst({ where: { postId: post.id } }))!.listedAt).toEqual(post.publishedAt)
  })

  it('keep a plan that still lies ahead, and make a draft of one that is past', async () => {
    const at = new Date('2025-06-01T22:00:00Z')
    const [ahead, past] = [await makePost({ authorId: author.id, status: 'scheduled', scheduledAt: at }), await makePost({ authorId: author.id, status: 'scheduled', scheduledAt: at })]
    for (const { id } of [ahead, past]) await trashPost(author, id, 0)
    expect(await publishDue(at)).toEqual([])
    expect(await restorePost(author, ahead.id, 1, new Date(at.getTime() - 1))).toMatchObject({ status: 'scheduled', scheduledAt: at })
    expect(await restorePost(author, past.id, 1, new Date(at.getTime() + 1))).toMatchObject({ status: 'draft', scheduledAt: null })
    await trashPost(author, ahead.id, 2)
  })

  it('are refused to everybody who may not', async () => {
    const post = await makePost({ authorId: contributor.id, published: true })
    await expect(trashPost(contributor, post.id, 0)).rejects.toEqual(refusedAs('forbidden'))
    for (const viewer of [null, other]) await expect(trashPost(viewer, post.id, 0)).rejects.toEqual(refusedAs('not_found'))
    await trashPost(editor, post.id, 0)
    // What an editor took away stays away: restoring would publish it.
    await expect(restorePost(contributor, post.id, 1)).rejects.toEqual(refusedAs('forbidden'))
    for (const viewer of [null, other]) await expect(restorePost(viewer, post.id, 1)).rejects.toEqual(refusedAs('not_found'))
  })

  it('say so when there is nothing to do, or somebody saved since', async () => {
    const post = await makePost({ authorId: author.id })
    await expect(restorePost(author, post.id, 0)).rejects.toEqual(refusedAs('invalid', 'post.not_trashed'))
    await expect(trashPost(author, post.id, 7)).rejects.toEqual(refusedAs('conflict', 'post.changed'))
    await trashPost(author, post.id, 0)
    await expect(trashPost(author, post.id, 1)).rejects.toEqual(refusedAs('invalid', 'post.trashed'))
  })
})

describe('deleteForever and emptyTrash', () => {
  it('leave a 410 where something public was, and nothing else', async () => {
    const [post, draft] = [await makePost({ authorId: author.id, published: true }), await makePost({ authorId: author.id })]
    const comment = await makeComment({ postId: post.id })
    for (const { id } of [post, draft]) await trashPost(author, id, 0)
    await deleteForever(editor, post.id)
    await deleteForever(editor, draft.id)
    expect(await resolveAddress(post.path!)).toEqual({ kind: 'gone' })
    expect(await find(post.id)).toBeNull()
    expect(await db.comment.findUnique({ where: { id: comment.id } })).toBeNull()
    expect(await db.redirect.count()).toBe(1)
  })

  it('delete nothing that is not in the trash', async () => {
    const post = await makePost({ authorId: author.id })
    await expect(deleteForever(editor, post.id)).rejects.toEqual(refusedAs('invalid', 'post.not_trashed'))
  })

  it('are for editors', async () => {
    const post = await makePost({ authorId: author.id })
    await trashPost(author, post.id, 0)
    await expect(deleteForever(author, post.id)).rejects.toEqual(refusedAs('forbidden'))
    for (const viewer of [null, other]) await expect(deleteForever(viewer, post.id)).rejects.toEqual(refusedAs('not_found'))
    for (const viewer of [null, author, contributor]) await expect(emptyTrash(viewer, 'post')).rejects.toEqual(refusedAs('forbidden'))
  })

  it('empty the trash of one kind', async () => {
    const [page, kept] = [await makePost({ kind: 'page', authorId: editor.id }), await makePost({ authorId: author.id })]
    await trashPost(editor, page.id, 0)
    expect(await emptyTrash(editor, 'page')).toBe(1)
    expect(await emptyTrash(editor, 'post')).toBeGreaterThan(0)
    expect(await db.post.count({ where: { status: 'trashed' } })).toBe(0)
    expect(await find(kept.id)).not.toBeNull()
  })
})

describe('emptyOldTrash', () => {
  it('removes by the clock what lay there for more than thirty days, and nothing else', async () => {
    const [old, recent, out] = [await makePost({ authorId: author.id, published: true }), await makePost({ authorId: author.id }), await makePost({ authorId: author.id, published: true })]
    const now = new Date('2027-01-31T00:00:00Z')
    await trashPost(editor, old.id, 0, new Date('2026-12-31T23:00:00Z'))
    await trashPost(editor, recent.id, 0, new Date('2027-01-02T00:00:00Z'))
    expect(await emptyOldTrash(now)).toBe(1)
    expect(await find(old.id)).toBeNull()
    expect(await resolveAddress(old.path!)).toEqual({ kind: 'gone' })
    expect(await find(recent.id)).not.toBeNull()
    expect(await find(out.id)).not.toBeNull()
    await expect(restorePost(author, recent.id, 1)).resolves.toMatchObject({ status: 'draft' })
  })
})
