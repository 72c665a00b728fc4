import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { makeMedia, makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { findPostToEdit } from './admin-queries'
import { beginPost, createPost, handInPost, keepPost, savePost } from './commands'
import { publishDue } from './publish-due'
import { publishPost, schedulePost, withdrawPost } from './publishing'
import { emptyContent, postContent, type PostContent } from './schema'
import { trashPost } from './trash'

type Person = NonNullable<Viewer>
let owner: Person, author: Person, other: Person, contributor: Person

beforeAll(async () => {
  owner = await makeViewer('owner')
  author = await makeViewer('author')
  other = await makeViewer('author')
  contributor = await makeViewer('contributor')
})

const written = (body: string, more: Partial<PostContent> = {}) => postContent.parse({ ...emptyContent, title: 'Pagi', body: `<p>${body}</p>`, ...more })
const kept = (body: string, more?: Partial<PostContent>) => ({ content: written(body, more) })
const find = (id: number) => db.post.findUniqueOrThrow({ where: { id } })
const revisions = (postId: number) => db.revision.findMany({ where: { postId }, orderBy: { revision: 'asc' } })
const refusedAs = (code: string, reason: string = code) => expect.objectContaining({ name: 'AppError', code, reason })

/** An editor that is open somewhere: its saves, numbered. */
function openEditor() {
  const name = randomBytes(16).toString('hex')
  let number = 0
  return { name, save: (revision: number, formerly: string[] = []) => ({ revision, key: `${name}.${++number}`, formerly }) }
}

async function bodies(postId: number): Promise<string[]> {
  return (await revisions(postId)).map(({ content }) => (JSON.parse(content) as PostContent).body)
}

describe('a save that was sent twice', () => {
  it('is stored once, and both are told so', async () => {
    const draft = await createPost(author, 'post', written('satu'))
    const save = openEditor().save(draft.revision)
    const answers = await Promise.all([1, 2, 3].map(() => keepPost(author, draft.id, save, kept('satu dua'))))
    expect(answers.map(({ revision }) => revision)).toEqual([2, 2, 2])
    expect(await bodies(draft.id)).toEqual(['<p>satu</p>', '<p>satu dua</p>'])
  })

  it('begins one draft, also while the first answer is still on its way', async () => {
    const editor = openEditor()
    const [first, second] = [editor.save(0), editor.save(0)]
    const answers = await Promise.all([
      beginPost(author, 'post', first, kept('a')), beginPost(author, 'post', first, kept('a')), beginPost(author, 'post', second, kept('a b')),
    ])
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    const post = await find(answers[0]!.id)
    expect(post.body).toBe('<p>a b</p>')
  })

  it('is published once when the button’s answer was lost', async () => {
    const draft = await createPost(author, 'post', written('terbit'))
    const save = openEditor().save(draft.revision)
    const first = await publishPost(author, draft.id, save, { content: written('terbit') })
    const again = await publishPost(author, draft.id, save, { content: written('terbit') })
    expect(again).toMatchObject({ status: 'published', path: first.path, revision: first.revision })
    expect(await revisions(draft.id)).toHaveLength(2)
  })

  it('is thrown away once, by whoever may, and nobody else’s key answers for it', async () => {
    const draft = await createPost(author, 'post', written('buang'))
    const save = openEditor().save(draft.revision)
    await trashPost(author, draft.id, save)
    await expect(trashPost(author, draft.id, save)).resolves.toMatchObject({ status: 'trashed' })
    await expect(trashPost(owner, draft.id, save)).rejects.toEqual(expect.objectContaining({ name: 'AppError' }))
  })
})

describe('saves of one editor that overtake each other', () => {
  it('end with the last that was written, and nobody is told of a conflict', async () => {
    const draft = await createPost(author, 'post', written(''))
    const editor = openEditor()
    const [older, newer] = [editor.save(draft.revision), editor.save(draft.revision)]
    const second = await keepPost(author, draft.id, newer, kept('pagi ini hujan'))
    const first = await keepPost(author, draft.id, older, kept('pagi ini'))
    expect(first.revision).toBe(second.revision)
    expect((await find(draft.id)).body).toBe('<p>pagi ini hujan</p>')
    await expect(keepPost(author, draft.id, editor.save(first.revision), kept('pagi ini hujan reda'))).resolves.toMatchObject({ revision: 3 })
  })

  it('keep the last also when it was the one that began the draft', async () => {
    const editor = openEditor()
    const [older, newer] = [editor.save(0), editor.save(0)]
    const second = await beginPost(author, 'post', newer, kept('pagi ini hujan'))
    const first = await beginPost(author, 'post', older, kept('pagi ini'))
    expect(first).toMatchObject({ id: second.id, revision: second.revision })
    expect(await bodies(second.id)).toEqual(['<p>pagi ini hujan</p>'])
  })

  it('keep the last when somebody did something else to the post before the older one came', async () => {
    const editor = openEditor()
    const [older, newer] = [editor.save(0), editor.save(0)]
    const begun = await beginPost(author, 'post', newer, kept('pagi ini hujan'))
    await schedulePost(owner, begun.id, begun.revision, new Date(Date.now() + 86_400_000))
    await expect(beginPost(author, 'post', older, kept('pagi ini'))).resolves.toMatchObject({ id: begun.id, revision: begun.revision })
    expect((await find(begun.id)).body).toBe('<p>pagi ini hujan</p>')
    await expect(beginPost(author, 'post', editor.save(0), kept('pagi ini hujan reda'))).resolves.toMatchObject({ id: begun.id, status: 'scheduled' })
    expect((await find(begun.id)).body).toBe('<p>pagi ini hujan reda</p>')
  })

  it('go on from an answer that was never heard', async () => {
    const draft = await createPost(author, 'post', written(''))
    const editor = openEditor()
    await keepPost(author, draft.id, editor.save(draft.revision), kept('a'))
    const next = await keepPost(author, draft.id, editor.save(draft.revision), kept('a b'))
    expect(next.revision).toBe(3)
  })

  it('go on in another editor after a crash', async () => {
    const draft = await createPost(author, 'post', written(''))
    const crashed = openEditor()
    await keepPost(author, draft.id, crashed.save(draft.revision), kept('a'))
    const next = await keepPost(author, draft.id, openEditor().save(draft.revision, [crashed.name]), kept('a b'))
    expect(next.revision).toBe(3)
    const begun = openEditor()
    const post = await beginPost(author, 'post', begun.save(0), kept('baru'))
    expect(await beginPost(author, 'post', openEditor().save(0, [begun.name]), kept('baru lagi'))).toMatchObject({ id: post.id })
  })
})

describe('two people, or two tabs', () => {
  it('are told when both wrote something, and what was stored stays', async () => {
    const draft = await createPost(author, 'post', written('asal'))
    await keepPost(owner, draft.id, openEditor().save(draft.revision), kept('dari penyunting'))
    await expect(keepPost(author, draft.id, openEditor().save(draft.revision), kept('dari penulis'))).rejects.toEqual(refusedAs('conflict', 'post.changed'))
    expect((await find(draft.id)).body).toBe('<p>dari penyunting</p>')
  })

  it('are not told when both wrote the same, or the other changed no word', async () => {
    const draft = await createPost(author, 'post', written('asal'))
    const [mine, theirs] = [openEditor(), openEditor()]
    await keepPost(owner, draft.id, theirs.save(draft.revision), kept('sama'))
    await expect(keepPost(author, draft.id, mine.save(draft.revision), kept('sama'))).resolves.toMatchObject({ revision: 2 })
    const planned = await schedulePost(owner, draft.id, 2, new Date(Date.now() + 86_400_000))
    await expect(keepPost(author, draft.id, mine.save(2), kept('sama, dan lagi'))).resolves.toMatchObject({ status: 'scheduled', revision: planned.revision + 1 })
  })

  it('are not told when the text of one had arrived and the other went on from it', async () => {
    const draft = await createPost(author, 'post', written('asal'))
    const mine = openEditor()
    const first = await keepPost(author, draft.id, mine.save(draft.revision), kept('asal, hujan'))
    await keepPost(owner, draft.id, openEditor().save(first.revision), kept('asal, hujan deras'))
    await expect(keepPost(author, draft.id, openEditor().save(draft.revision, [mine.name]), kept('asal, hujan'))).resolves.toMatchObject({ revision: first.revision })
    expect((await find(draft.id)).body).toBe('<p>asal, hujan deras</p>')
  })

  it('cannot publish over what the other did', async () => {
    const draft = await createPost(author, 'post', written('asal'))
    const out = await publishPost(owner, draft.id, draft.revision)
    await withdrawPost(owner, draft.id, out.revision)
    await expect(publishPost(author, draft.id, openEditor().save(out.revision), { content: written('asal') })).rejects.toEqual(refusedAs('conflict', 'post.changed'))
  })
})

describe('what is written on a public post', () => {
  it('is kept, and readers keep what they have until it is given to them', async () => {
    const draft = await createPost(author, 'post', written('lama', { labels: ['Setia'] }))
    const out = await publishPost(author, draft.id, draft.revision)
    const [before, purges] = [await find(draft.id), await db.purge.count()]
    const later = await keepPost(author, draft.id, openEditor().save(out.revision), kept('baru', { labels: ['Lain'], slug: 'lain' }))
    expect(later).toMatchObject({ status: 'published', isAhead: true })
    const { revision: _, workingRevision: __, ...same } = await find(draft.id)
    expect(before).toMatchObject(same)
    expect(await db.purge.count()).toBe(purges)
    expect(await db.label.findUnique({ where: { name: 'Lain' } })).toBeNull()
    expect(await findPostToEdit(author, draft.id)).toMatchObject({ body: '<p>baru</p>', labels: ['Lain'], isAhead: true })

    const given = await savePost(author, draft.id, openEditor().save(later.revision), written('baru', { labels: ['Lain'] }))
    expect(given.isAhead).toBe(false)
    expect((await find(draft.id)).body).toBe('<p>baru</p>')
    expect((await revisions(draft.id)).map(({ kind }) => kind)).toEqual(['saved', 'published', 'saved', 'published'])
  })

  it('is nothing any more once it was taken back', async () => {
    const draft = await createPost(author, 'post', written('lama'))
    const out = await publishPost(author, draft.id, draft.revision)
    const editor = openEditor()
    const ahead = await keepPost(author, draft.id, editor.save(out.revision), kept('lama, dan lagi'))
    expect(await keepPost(author, draft.id, editor.save(ahead.revision), kept('lama'))).toMatchObject({ isAhead: false })
    expect(await findPostToEdit(author, draft.id)).toMatchObject({ body: '<p>lama</p>', isAhead: false })
  })

  it('holds on to the pictures that only it shows', async () => {
    const media = await makeMedia()
    const post = await makePost({ authorId: author.id, published: true })
    await keepPost(author, post.id, openEditor().save(0), { content: written('', { body: `<img src="/media/${media.id}/960.webp" alt="Laut">` }) })
    expect(await db.postMedia.findMany({ where: { postId: post.id } })).toMatchObject([{ mediaId: media.id }])
  })

  it('comes along when the post is withdrawn', async () => {
    const draft = await createPost(author, 'post', written('lama'))
    const out = await publishPost(author, draft.id, draft.revision)
    const later = await keepPost(author, draft.id, openEditor().save(out.revision), kept('baru'))
    await withdrawPost(author, draft.id, later.revision)
    expect(await find(draft.id)).toMatchObject({ status: 'withdrawn', body: '<p>baru</p>', workingRevision: null })
  })

  it('does not come out with a plan that was due meanwhile', async () => {
    const draft = await createPost(author, 'post', written('rencana'))
    const at = new Date(Date.now() + 60_000)
    const planned = await schedulePost(author, draft.id, draft.revision, at)
    await publishDue(new Date(at.getTime() + 1))
    const later = await keepPost(author, draft.id, openEditor().save(planned.revision), kept('sesudah terbit'))
    expect(later).toMatchObject({ status: 'published', isAhead: true })
    expect((await find(draft.id)).body).toBe('<p>rencana</p>')
  })
})

describe('keepPost and beginPost', () => {
  it('write nothing at a pause in which nothing was written', async () => {
    const draft = await createPost(author, 'post', written('diam'))
    await expect(keepPost(author, draft.id, openEditor().save(draft.revision), kept('diam'))).resolves.toMatchObject({ revision: 1 })
    expect(await revisions(draft.id)).toHaveLength(1)
  })

  it('are refused to everybody who may not', async () => {
    const draft = await createPost(contributor, 'post', written('kiriman'))
    for (const viewer of [null, other]) await expect(keepPost(viewer, draft.id, openEditor().save(1), kept('x'))).rejects.toEqual(refusedAs('not_found'))
    await expect(beginPost(null, 'post', openEditor().save(0), kept('x'))).rejects.toEqual(refusedAs('forbidden'))
    await expect(beginPost(author, 'page', openEditor().save(0), kept('x'))).rejects.toEqual(refusedAs('forbidden'))
    await expect(keepPost(contributor, draft.id, openEditor().save(1), { ...kept('y'), authorId: other.id })).rejects.toEqual(refusedAs('forbidden'))
    const handed = await handInPost(contributor, draft.id, draft.revision)
    const out = await publishPost(owner, draft.id, handed.revision)
    await expect(keepPost(contributor, draft.id, openEditor().save(out.revision), kept('x'))).rejects.toEqual(refusedAs('forbidden'))
  })

  it('do not go on with somebody else’s draft by their key', async () => {
    const editor = openEditor()
    const mine = await beginPost(author, 'post', editor.save(0), kept('milik saya'))
    const theirs = await beginPost(other, 'post', openEditor().save(0, [editor.name]), kept('milik lain'))
    expect(theirs.id).not.toBe(mine.id)
  })

  it('give a post to somebody else in the same step, for an editor', async () => {
    const draft = await createPost(author, 'post', written('pindah'))
    await keepPost(owner, draft.id, openEditor().save(draft.revision), { ...kept('pindah tangan'), authorId: other.id })
    expect(await find(draft.id)).toMatchObject({ authorId: other.id, body: '<p>pindah tangan</p>' })
    const begun = await beginPost(owner, 'post', openEditor().save(0), { ...kept('untuk lain'), authorId: other.id })
    expect((await find(begun.id)).authorId).toBe(other.id)
  })
})
