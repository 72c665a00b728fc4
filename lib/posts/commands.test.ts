import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { makeMedia, makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { changeAuthor, createPost, handInPost, savePost } from './commands'
import { publishPost, withdrawPost } from './publishing'
import { emptyContent, postContent } from './schema'

type Person = NonNullable<Viewer>
let owner: Person, editor: Person, author: Person, other: Person, contributor: Person

beforeAll(async () => {
  owner = await makeViewer('owner')
  editor = await makeViewer('editor')
  author = await makeViewer('author')
  other = await makeViewer('author')
  contributor = await makeViewer('contributor')
})

const written = (more: Partial<typeof emptyContent> = {}) => postContent.parse({ ...emptyContent, title: 'Kursi yang kosong', body: '<p>Isi.</p>', ...more })
const find = (id: number) => db.post.findUniqueOrThrow({ where: { id }, include: { labels: { include: { label: true } }, media: true, revisions: true } })
const refusedAs = (code: string, reason: string = code) => expect.objectContaining({ name: 'AppError', code, reason })

/** The tags of what was touched last. */
async function touched(): Promise<string[]> {
  const row = await db.purge.findFirst({ orderBy: { id: 'desc' } })
  return row ? (JSON.parse(row.tags) as string[]) : []
}

describe('createPost', () => {
  it('begins a draft that only its author has', async () => {
    const { id, revision } = await createPost(contributor, 'post', written())
    const post = await find(id)
    expect(post).toMatchObject({ status: 'draft', authorId: contributor.id, path: null, publishedAt: null, revision: 1, snippet: 'Isi.', lang: 'id' })
    expect(revision).toBe(1)
    expect(post.revisions).toHaveLength(1)
  })

  it('is refused to somebody signed out, and pages to all but editors', async () => {
    await expect(createPost(null, 'post', written())).rejects.toEqual(refusedAs('forbidden'))
    await expect(createPost(author, 'page', written())).rejects.toEqual(refusedAs('forbidden'))
    await expect(createPost(editor, 'page', written())).resolves.toMatchObject({ kind: 'page' })
  })

  it('stores a body without what is unsafe, and derives what search looks through', async () => {
    const { id } = await createPost(author, 'post', written({ body: '<p onclick="x()">Halo <script>alert(1)</script><b>DUNIA</b></p><p></p>', natsRef: 'Amsal 10:9' }))
    const post = await find(id)
    expect(post.body).toBe('<p>Halo <b>DUNIA</b></p>')
    expect(post.searchText).toBe('kursi yang kosong\namsal 10:9\nhalo dunia')
    expect(JSON.parse(post.revisions[0]!.content).body).toBe(post.body)
  })
})

describe('savePost', () => {
  it('counts up the revision and keeps each one', async () => {
    const draft = await createPost(author, 'post', written())
    const saved = await savePost(author, draft.id, draft.revision, written({ title: 'Kedua' }))
    expect(saved.revision).toBe(2)
    const kept = await db.revision.findMany({ where: { postId: draft.id }, orderBy: { revision: 'asc' } })
    expect(kept.map(({ content }) => JSON.parse(content).title)).toEqual(['Kursi yang kosong', 'Kedua'])
    expect(kept[1]!.userId).toBe(author.id)
  })

  it('refuses to write over what somebody saved meanwhile, and leaves that as it is', async () => {
    const draft = await createPost(author, 'post', written())
    await savePost(editor, draft.id, draft.revision, written({ title: 'Punya penyunting' }))
    await expect(savePost(author, draft.id, draft.revision, written({ title: 'Punya penulis' }))).rejects.toEqual(refusedAs('conflict', 'post.changed'))
    expect((await find(draft.id)).title).toBe('Punya penyunting')
  })

  it('lets one of two saves that come at once through, and tells the other', async () => {
    const draft = await createPost(author, 'post', written())
    const both = await Promise.allSettled(['A', 'B'].map((title) => savePost(author, draft.id, draft.revision, written({ title }))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.revision.count({ where: { postId: draft.id } })).toBe(2)
  })

  it('does not exist for those who may not see it', async () => {
    const draft = await createPost(author, 'post', written())
    for (const viewer of [null, other, contributor]) {
      await expect(savePost(viewer, draft.id, draft.revision, written())).rejects.toEqual(refusedAs('not_found'))
    }
    await expect(savePost(owner, draft.id, draft.revision, written())).resolves.toBeTruthy()
    await expect(savePost(owner, 999_999, 1, written())).rejects.toEqual(refusedAs('not_found'))
  })

  it('is out of a contributor’s hands once it is public', async () => {
    const draft = await createPost(contributor, 'post', written())
    const out = await publishPost(editor, draft.id, draft.revision)
    await expect(savePost(contributor, draft.id, out.revision, written())).rejects.toEqual(refusedAs('forbidden'))
  })

  it('purges nothing for a draft, and what shows it for a public post', async () => {
    const draft = await createPost(author, 'post', written())
    const before = await db.purge.count()
    await savePost(author, draft.id, draft.revision, written({ title: 'Lain' }))
    expect(await db.purge.count()).toBe(before)
    const out = await publishPost(author, draft.id, draft.revision + 1)
    const text = await savePost(author, draft.id, out.revision, written({ title: 'Lain', body: '<p>Isi.</p>', description: 'x' }))
    expect((await touched()).sort()).toEqual(['labels', 'lists', `post:${draft.id}`])
    await savePost(author, draft.id, text.revision, written({ title: 'Judul baru' }))
    expect(await touched()).toContain(`line:${draft.id}`)
  })

  it('purges the pages of the posts before and after one that comes or goes, and of no others', async () => {
    const day = (n: number) => new Date(Date.UTC(2031, 0, n))
    const [first, older, newer] = await Promise.all([1, 2, 4].map((n) => makePost({ published: true, publishedAt: day(n) })))
    const draft = await createPost(author, 'post', written())
    const out = await publishPost(author, draft.id, draft.revision, { at: day(3), now: day(5) })
    expect(await touched()).toEqual(expect.arrayContaining([`post:${older!.id}`, `post:${newer!.id}`, `post:${draft.id}`]))
    expect(await touched()).not.toContain(`post:${first!.id}`)
    await withdrawPost(author, draft.id, out.revision)
    expect(await touched()).toEqual(expect.arrayContaining([`post:${older!.id}`, `post:${newer!.id}`, `line:${draft.id}`]))
    expect(await touched()).not.toContain('popular')
  })

  it('leaves address and date of a public post alone, whatever the form says', async () => {
    const draft = await createPost(author, 'post', written())
    const out = await publishPost(author, draft.id, draft.revision)
    const saved = await savePost(author, draft.id, out.revision, written({ slug: 'lain-sama-sekali', title: 'Lain' }))
    expect(saved).toMatchObject({ path: out.path, publishedAt: out.publishedAt })
  })

  it('refuses what lies in the trash', async () => {
    const post = await makePost({ authorId: author.id, status: 'trashed', trashedFrom: 'draft', trashedAt: new Date() })
    await expect(savePost(author, post.id, post.revision, written())).rejects.toEqual(refusedAs('invalid', 'post.trashed'))
  })
})

describe('labels of a post', () => {
  it('are made when first used, found in any case, and dropped', async () => {
    const draft = await createPost(author, 'post', written({ labels: ['Setia', 'Keluarga'] }))
    const second = await createPost(author, 'post', written({ labels: ['setia'] }))
    const labels = (await find(draft.id)).labels.map(({ label }) => label)
    expect(labels.map(({ name }) => name).sort()).toEqual(['Keluarga', 'Setia'])
    expect((await find(second.id)).labels.map(({ label }) => label.name)).toEqual(['Setia'])
    await savePost(author, draft.id, draft.revision, written({ labels: ['Keluarga'] }))
    expect((await find(draft.id)).labels.map(({ label }) => label.name)).toEqual(['Keluarga'])
  })

  it('list the post exactly while it is public', async () => {
    const draft = await createPost(author, 'post', written({ labels: ['Sabar'] }))
    expect((await find(draft.id)).labels[0]!.listedAt).toBeNull()
    const out = await publishPost(author, draft.id, draft.revision, { content: written({ labels: ['Sabar', 'Tekun'] }) })
    const listed = (await find(draft.id)).labels.map(({ listedAt }) => listedAt)
    expect(listed).toEqual([out.publishedAt, out.publishedAt])
  })
})

describe('what follows the text', () => {
  const closing = { pertanyaan: '1. Siapa?\r\n\n  2. Mengapa? ', doa: ' Ya Bapa.\n\nAmin. ', lagu: 'KJ 36' }

  it('is stored, found and kept with the revision', async () => {
    const content = postContent.parse({ ...written(), ...closing })
    const draft = await createPost(author, 'post', content)
    const row = await db.post.findUniqueOrThrow({ where: { id: draft.id }, include: { revisions: true } })
    expect(row).toMatchObject({ pertanyaan: '1. Siapa?\n2. Mengapa?', doa: 'Ya Bapa.\n\nAmin.', lagu: 'KJ 36' })
    expect(row.searchText).toContain('mengapa?\nya bapa.')
    expect(postContent.parse(JSON.parse(row.revisions[0]!.content))).toMatchObject({ lagu: 'KJ 36', doa: row.doa })
  })

  it('is missing from a revision of before, and nothing else is', () => {
    const { doa: _, pertanyaan: __, lagu: ___, ...old } = written({ title: 'Lama' })
    expect(postContent.parse(old)).toMatchObject({ title: 'Lama', doa: '', pertanyaan: '', lagu: '' })
  })
})

describe('pictures of a post', () => {
  it('are those of its text and its cover, and only real ones', async () => {
    const [one, two] = [await makeMedia(), await makeMedia()]
    const body = `<p>x</p><img src="/media/${one.id}/960.webp" data-media="${one.id}" alt="Laut"><img src="/media/99999/960.webp" alt="">`
    const draft = await createPost(author, 'post', written({ body, coverId: two.id, coverAlt: 'Sampul' }))
    expect((await find(draft.id)).media.map(({ mediaId }) => mediaId).sort()).toEqual([one.id, two.id].sort())
    await savePost(author, draft.id, draft.revision, written({ coverId: 99_999 }))
    expect(await find(draft.id)).toMatchObject({ media: [], coverId: null })
  })
})

describe('handInPost', () => {
  it('puts a contributor’s draft before the editors', async () => {
    const draft = await createPost(contributor, 'post', written())
    const handed = await handInPost(contributor, draft.id, draft.revision, written({ title: 'Siap' }))
    expect(await find(draft.id)).toMatchObject({ status: 'review', title: 'Siap' })
    await expect(publishPost(contributor, draft.id, handed.revision)).rejects.toEqual(refusedAs('forbidden'))
    await expect(publishPost(editor, draft.id, handed.revision)).resolves.toMatchObject({ status: 'published' })
  })

  it('is for drafts', async () => {
    const post = await makePost({ authorId: author.id, published: true })
    await expect(handInPost(author, post.id, post.revision)).rejects.toEqual(refusedAs('invalid', 'post.not_draft'))
    await expect(handInPost(null, post.id, post.revision)).rejects.toEqual(refusedAs('not_found'))
  })
})

describe('changeAuthor', () => {
  it('is an editor’s matter', async () => {
    const draft = await createPost(author, 'post', written())
    for (const viewer of [null, author, contributor]) {
      await expect(changeAuthor(viewer, draft.id, draft.revision, other.id)).rejects.toEqual(refusedAs('forbidden'))
    }
    await changeAuthor(editor, draft.id, draft.revision, other.id)
    expect((await find(draft.id)).authorId).toBe(other.id)
  })

  it('gives nothing to somebody who is gone', async () => {
    const gone = await makeViewer('author', { state: 'removed', email: null })
    const draft = await createPost(author, 'post', written())
    await expect(changeAuthor(editor, draft.id, draft.revision, gone.id)).rejects.toEqual(refusedAs('invalid', 'post.author'))
  })
})

it('two posts that bring the same new label at once share it', async () => {
  const drafts = await Promise.all(['x', 'y', 'z'].map((title) => createPost(author, 'post', written({ title, labels: ['Serentak'] }))))
  expect(drafts).toHaveLength(3)
  expect(await db.label.count({ where: { name: 'Serentak' } })).toBe(1)
})
