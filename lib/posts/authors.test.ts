import { beforeAll, describe, expect, test } from 'vitest'
import { approveComment } from '@/lib/comments/moderate'
import { countWaiting } from '@/lib/comments/queue'
import { db } from '@/lib/db/client'
import { answerFeed } from '@/lib/feeds/answer'
import { readFeed } from '@/lib/feeds/request'
import { makeComment, makePost, makeUser, makeViewer, makeViews } from '@/lib/testing/builders'
import { removeUser } from '@/lib/users/remove'
import type { Viewer } from '@/lib/viewer'
import { figuresOf, mostReadIn } from '@/lib/views/figures'
import { figuresSeenBy } from '@/lib/policy'
import { findPostToEdit, listPostsToEdit, listUnfinished } from './admin-queries'
import { setCoauthors } from './authors'
import { changeAuthor, savePost } from './commands'
import { publishPost } from './publishing'
import { findAuthor, findPublishedPost, listPostsByAuthor } from './queries'
import { emptyContent } from './schema'

type Person = NonNullable<Viewer>
let [author, second, stranger, editor] = [] as unknown as [Person, Person, Person, Person]
beforeAll(async () => {
  author = await makeViewer('author', { name: 'Ratna' })
  second = await makeViewer('author', { name: 'Made' })
  stranger = await makeViewer('author')
  editor = await makeViewer('editor')
})

async function shared(data: Parameters<typeof makePost>[0] = {}, by: Person = author) {
  const post = await makePost({ authorId: author.id, ...data })
  await setCoauthors(by, post.id, [second.id])
  return post
}

describe('a second author', () => {
  test('may read, write and publish the post, and has it in their lists; others have not', async () => {
    const post = await shared({ title: 'Bersama' })
    expect((await findPostToEdit(second, post.id))?.title).toBe('Bersama')
    const saved = await savePost(second, post.id, post.revision, { ...emptyContent, title: 'Bersama lagi' })
    await publishPost(second, post.id, saved.revision)
    const lists = async (viewer: Person) => (await listPostsToEdit(viewer, { kind: 'post' }, 1, 50)).posts.map(({ id }) => id)
    expect(await lists(second)).toContain(post.id)
    expect(await lists(stranger)).not.toContain(post.id)
    expect(await findPostToEdit(stranger, post.id)).toBeNull()
    expect((await listPostsToEdit(editor, { kind: 'post', authorId: second.id }, 1, 50)).posts.map(({ id }) => id)).toContain(post.id)
  })

  test('looks after its comments and sees its figures', async () => {
    const post = await shared({ published: true })
    const before = await countWaiting(second)
    const comment = await makeComment({ postId: post.id, status: 'held' })
    expect(await countWaiting(second)).toBe(before + 1)
    await expect(approveComment(stranger, comment.id)).rejects.toMatchObject({ code: 'forbidden' })
    await approveComment(second, comment.id)
    await makeViews(post.id, 20_000, 7)
    expect((await figuresOf(20_000, 20_000, figuresSeenBy(second))).counted).toBe(7)
    expect((await mostReadIn(20_000, 20_000, 5, figuresSeenBy(second))).map(({ postId }) => postId)).toEqual([post.id])
    expect((await figuresOf(20_000, 20_000, figuresSeenBy(stranger))).counted).toBe(0)
  })

  test('who is a contributor may not publish, and the post is out of their hands once it is out', async () => {
    const contributor = await makeViewer('contributor')
    const post = await makePost({ authorId: author.id })
    await setCoauthors(author, post.id, [contributor.id])
    const saved = await savePost(contributor, post.id, post.revision, { ...emptyContent, title: 'Titipan' })
    await expect(publishPost(contributor, post.id, saved.revision)).rejects.toMatchObject({ code: 'forbidden' })
    const out = await publishPost(author, post.id, saved.revision)
    await expect(savePost(contributor, post.id, out.revision, { ...emptyContent, title: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('stands in the byline, on their author page and in each feed', async () => {
    const post = await shared({ published: true, title: 'Dua tangan' })
    expect((await findPublishedPost(post.path!))?.authors.map(({ name }) => name)).toEqual(['Ratna', 'Made'])
    expect((await listPostsByAuthor(second.id, 1, 50)).posts.map(({ id }) => id)).toContain(post.id)
    expect((await listPostsByAuthor(stranger.id, 1, 50)).posts).toEqual([])
    const [atom, rss, json, gdata] = await Promise.all(['atom', 'rss', 'jsonfeed', 'json'].map((alt) => answerFeed(readFeed('/feeds/posts/default', new URLSearchParams({ alt }))!)))
    for (const feed of [atom, rss, json, gdata]) expect(feed!.body).toMatch(/Ratna[\s\S]*Made/)
  })

  test('is in the order that was given, once, and never the author again', async () => {
    const post = await makePost({ authorId: author.id })
    await setCoauthors(author, post.id, [stranger.id, second.id, stranger.id, author.id])
    const rows = await db.postAuthor.findMany({ where: { postId: post.id }, orderBy: { position: 'asc' } })
    expect(rows.map(({ userId }) => userId)).toEqual([stranger.id, second.id])
    await changeAuthor(editor, post.id, post.revision, second.id)
    expect((await db.postAuthor.findMany({ where: { postId: post.id } })).map(({ userId }) => userId)).toEqual([stranger.id])
  })
})

describe('naming them', () => {
  test('is the author’s and the editors’ matter', async () => {
    const post = await shared()
    for (const viewer of [second, await makeViewer('author', { name: 'Lain' }), null]) {
      await expect(setCoauthors(viewer, post.id, [])).rejects.toMatchObject({ code: viewer === second ? 'forbidden' : 'not_found' })
    }
    const own = await makeViewer('contributor')
    const draft = await makePost({ authorId: own.id })
    await expect(setCoauthors(own, draft.id, [second.id])).rejects.toMatchObject({ code: 'forbidden' })
    await setCoauthors(editor, draft.id, [second.id])
    expect((await listUnfinished(second, 50)).map(({ id }) => id)).toContain(draft.id)
  })

  test('knows nobody who is not there, or who left', async () => {
    const gone = await makeUser({ state: 'removed', email: null })
    const post = await makePost({ authorId: author.id })
    for (const ids of [[999_999], [gone.id]]) await expect(setCoauthors(author, post.id, ids)).rejects.toMatchObject({ reason: 'post.author' })
  })
})

test('a removed second author leaves their name, or their place to the heir', async () => {
  const owner = await makeViewer('owner')
  const [stays, goes, heir] = [await makeUser({ name: 'Tinggal' }), await makeUser(), await makeUser({ name: 'Waris' })]
  const [kept, given, both] = [await makePost({ published: true }), await makePost({ published: true }), await makePost({ published: true, authorId: heir.id })]
  await setCoauthors(editor, kept.id, [stays.id])
  await setCoauthors(editor, given.id, [goes.id])
  await setCoauthors(editor, both.id, [goes.id])
  await removeUser(owner, stays.id)
  await removeUser(owner, goes.id, { postsTo: heir.id })
  const names = async (path: string | null) => (await findPublishedPost(path!))?.authors.map(({ name }) => name)
  expect((await names(kept.path))?.[1]).toBe('Tinggal')
  expect(await findAuthor(stays.slug)).toMatchObject({ name: 'Tinggal' })
  expect((await names(given.path))?.[1]).toBe('Waris')
  expect(await names(both.path)).toEqual(['Waris'])
  expect(await db.user.findUnique({ where: { id: goes.id } })).toBeNull()
})
