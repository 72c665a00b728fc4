import { beforeAll, describe, expect, it } from 'vitest'
import { makePage, makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { countPostsByStatus, findPostToEdit, findStanding, listPlans, listPostsToEdit, listUnfinished } from './admin-queries'
import { createPost } from './commands'
import { emptyContent } from './schema'

type Person = NonNullable<Viewer>
let editor: Person, author: Person, other: Person, contributor: Person
const soon = new Date('2031-05-01T22:00:00Z')

beforeAll(async () => {
  editor = await makeViewer('editor')
  author = await makeViewer('author')
  other = await makeViewer('author')
  contributor = await makeViewer('contributor')
  await makePost({ authorId: author.id, title: 'Draf penulis', searchText: 'draf penulis sabar' })
  await makePost({ authorId: author.id, title: 'Terbit', published: true, labels: ['Doa'] })
  await makePost({ authorId: author.id, title: 'Besok', status: 'scheduled', scheduledAt: soon })
  await makePost({ authorId: other.id, title: 'Rahasia', searchText: 'rahasia' })
  await makePost({ authorId: other.id, title: 'Sampah', status: 'trashed', trashedFrom: 'draft', trashedAt: new Date() })
  await makePage({ authorId: editor.id, title: 'Tentang' })
})

const titles = async (viewer: Viewer, filter = {}) => (await listPostsToEdit(viewer, { kind: 'post', ...filter }, 1, 20)).posts.map(({ title }) => title).sort()

describe('listPostsToEdit', () => {
  it('shows editors everything outside the trash, and others their own', async () => {
    expect(await titles(editor)).toEqual(['Besok', 'Draf penulis', 'Rahasia', 'Terbit'])
    expect(await titles(author)).toEqual(['Besok', 'Draf penulis', 'Terbit'])
    expect(await titles(contributor)).toEqual([])
    expect(await titles(null)).toEqual([])
  })

  it('narrows by state, words, author and label, never beyond what one may see', async () => {
    expect(await titles(editor, { status: 'trashed' })).toEqual(['Sampah'])
    expect(await titles(author, { status: 'trashed' })).toEqual([])
    expect(await titles(editor, { query: 'SABAR draf' })).toEqual(['Draf penulis'])
    expect(await titles(editor, { label: 'Doa' })).toEqual(['Terbit'])
    expect(await titles(editor, { authorId: other.id })).toEqual(['Rahasia'])
    expect(await titles(author, { authorId: other.id })).toEqual([])
    expect((await listPostsToEdit(editor, { kind: 'page' }, 1, 20)).posts.map(({ title }) => title)).toEqual(['Tentang'])
  })

  it('puts what comes out later first, each post at its own time', async () => {
    const { posts } = await listPostsToEdit(editor, { kind: 'post' }, 1, 20)
    const at = posts.map((post) => (post.scheduledAt ?? post.publishedAt ?? post.updatedAt).getTime())
    expect(at).toEqual(at.toSorted((a, b) => b - a))
    expect(posts[0]!.title).toBe('Besok')
  })

  it('goes by pages', async () => {
    const second = await listPostsToEdit(editor, { kind: 'post' }, 2, 3)
    expect(second).toMatchObject({ total: 4, pages: 2, page: 2 })
    expect(second.posts).toHaveLength(1)
  })
})

it('counts each state as far as one may see', async () => {
  expect(await countPostsByStatus(editor, 'post')).toMatchObject({ all: 4, draft: 2, scheduled: 1, published: 1, trashed: 1 })
  expect(await countPostsByStatus(author, 'post')).toMatchObject({ all: 3, draft: 1, trashed: 0 })
  expect((await countPostsByStatus(null, 'post')).all).toBe(0)
})

it('finds a post for its editor only for those who may see it', async () => {
  const { id } = await createPost(author, 'post', { ...emptyContent, title: 'Punya saya', labels: ['Kasih', 'Doa'] })
  expect(await findPostToEdit(author, id)).toMatchObject({ title: 'Punya saya', labels: ['Doa', 'Kasih'] })
  expect(await findPostToEdit(editor, id)).not.toBeNull()
  for (const viewer of [other, contributor, null]) expect(await findPostToEdit(viewer, id)).toBeNull()
  expect(await findPostToEdit(editor, 999_999)).toBeNull()
  expect(await findStanding(editor, id)).toMatchObject({ post: { revision: 1 }, name: author.name, content: { title: 'Punya saya' } })
  for (const viewer of [other, contributor, null]) expect(await findStanding(viewer, id)).toBeNull()
})

it('tells others that a day is taken, and not by what', async () => {
  expect(await listPlans(author, 'Asia/Jakarta')).toMatchObject([{ title: 'Besok', isMine: true, day: Date.UTC(2031, 4, 2) / 86_400_000 }])
  expect(await listPlans(other, 'Asia/Jakarta')).toMatchObject([{ title: '', isMine: false }])
})

it('lists what is unfinished, one’s own', async () => {
  expect((await listUnfinished(other, 5)).map(({ title }) => title)).toEqual(['Rahasia'])
  expect(await listUnfinished(null, 5)).toEqual([])
})
