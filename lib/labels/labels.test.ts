import { beforeAll, describe, expect, it } from 'vitest'
import { labelPath } from '@/lib/addresses/canonical'
import { resolveAddress } from '@/lib/addresses/resolve'
import { db } from '@/lib/db/client'
import { updateSettings } from '@/lib/settings/commands'
import { getSettings } from '@/lib/settings/queries'
import { makeLabel, makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { deleteLabel, mergeLabels, renameLabel } from './commands'
import { listLabelsWithCounts } from './queries'
import { labelName, labelNames, splitLabels } from './schema'

type Person = NonNullable<Viewer>
let editor: Person, author: Person, contributor: Person

beforeAll(async () => {
  editor = await makeViewer('editor')
  author = await makeViewer('author')
  contributor = await makeViewer('contributor')
})

const refusedAs = (code: string, reason: string = code) => expect.objectContaining({ name: 'AppError', code, reason })
const postsOf = async (name: string) => (await db.postLabel.findMany({ where: { label: { name } }, orderBy: { postId: 'asc' } })).map(({ postId }) => postId)

describe('renameLabel', () => {
  it('moves posts, address and menu to the new name, and tells the pages', async () => {
    const post = await makePost({ published: true, labels: ['Kasih & setia'] })
    const label = await db.label.findUniqueOrThrow({ where: { name: 'Kasih & setia' } })
    await updateSettings(editor, { menu: [{ type: 'label', name: 'Kasih & setia', title: '' }, { type: 'archive' }] })
    await renameLabel(editor, label.id, 'Kasih setia')
    expect(await postsOf('Kasih setia')).toEqual([post.id])
    expect(await resolveAddress(labelPath('Kasih & setia'))).toEqual({ kind: 'redirect', location: '/search/label/Kasih%20setia', status: 301 })
    expect((await getSettings()).menu).toEqual([{ type: 'label', name: 'Kasih setia', title: '' }, { type: 'archive' }])
    const tags = JSON.parse((await db.purge.findFirst({ orderBy: { id: 'desc' } }))!.tags)
    expect(tags).toEqual(expect.arrayContaining(['labels', 'lists', 'settings', `post:${post.id}`]))
  })

  it('sends nobody twice, and there and back again', async () => {
    const { id } = await makeLabel('Satu')
    await renameLabel(editor, id, 'Dua')
    await renameLabel(editor, id, 'Tiga')
    expect(await resolveAddress(labelPath('Satu'))).toMatchObject({ location: '/search/label/Tiga' })
    await renameLabel(editor, id, 'Satu')
    expect(await resolveAddress(labelPath('Satu'))).toMatchObject({ kind: 'page' })
    expect(await resolveAddress(labelPath('Dua'))).toMatchObject({ location: '/search/label/Satu' })
  })

  it('changes only the case when asked to', async () => {
    const { id } = await makeLabel('hikmat')
    await renameLabel(editor, id, 'Hikmat')
    expect(await resolveAddress(labelPath('hikmat'))).toMatchObject({ location: '/search/label/Hikmat' })
  })

  it('asks before it would merge', async () => {
    const [{ id }] = [await makeLabel('Doa'), await makeLabel('Berdoa')]
    await expect(renameLabel(editor, id, 'Berdoa')).rejects.toEqual(refusedAs('conflict', 'label.exists'))
    expect(await db.label.findUnique({ where: { name: 'Doa' } })).not.toBeNull()
  })
})

describe('mergeLabels', () => {
  it('puts every post under the one label, once, and keeps the lists whole', async () => {
    const both = await makePost({ published: true, labels: ['Sabar', 'Kesabaran'] })
    const one = await makePost({ published: true, labels: ['Kesabaran'] })
    const draft = await makePost({ labels: ['Kesabaran'] })
    const [from, into] = await Promise.all(['Kesabaran', 'Sabar'].map((name) => db.label.findUniqueOrThrow({ where: { name } })))
    await mergeLabels(editor, from!.id, into!.id)
    expect(await postsOf('Sabar')).toEqual([both.id, one.id, draft.id])
    const rows = await db.postLabel.findMany({ where: { labelId: into!.id }, orderBy: { postId: 'asc' } })
    expect(rows.map(({ listedAt }) => listedAt)).toEqual([both.publishedAt, one.publishedAt, null])
    expect(await resolveAddress(labelPath('Kesabaran'))).toMatchObject({ location: '/search/label/Sabar' })
  })

  it('needs two labels', async () => {
    const { id } = await makeLabel()
    await expect(mergeLabels(editor, id, id)).rejects.toEqual(refusedAs('invalid', 'label.same'))
    await expect(mergeLabels(editor, id, 999_999)).rejects.toEqual(refusedAs('not_found'))
  })
})

describe('deleteLabel', () => {
  it('leaves the posts, and 410 at the label’s address and those that led to it', async () => {
    const post = await makePost({ published: true, labels: ['Usang'] })
    const { id } = await db.label.findUniqueOrThrow({ where: { name: 'Usang' } })
    await renameLabel(editor, id, 'Lama')
    await deleteLabel(editor, id)
    expect(await db.post.findUnique({ where: { id: post.id } })).not.toBeNull()
    expect(await resolveAddress(labelPath('Lama'))).toEqual({ kind: 'gone' })
    expect(await resolveAddress(labelPath('Usang'))).toEqual({ kind: 'gone' })
  })
})

it('labels are an editor’s matter', async () => {
  const [one, two] = [await makeLabel(), await makeLabel()]
  for (const viewer of [null, author, contributor]) {
    await expect(renameLabel(viewer, one.id, 'X')).rejects.toEqual(refusedAs('forbidden'))
    await expect(mergeLabels(viewer, one.id, two.id)).rejects.toEqual(refusedAs('forbidden'))
    await expect(deleteLabel(viewer, one.id)).rejects.toEqual(refusedAs('forbidden'))
  }
})

it('counts public posts apart from all, and not the trash', async () => {
  await makePost({ published: true, labels: ['Hitung'] })
  await makePost({ labels: ['Hitung'] })
  await makePost({ labels: ['Hitung'], status: 'trashed', trashedFrom: 'draft', trashedAt: new Date() })
  expect((await listLabelsWithCounts()).find(({ name }) => name === 'Hitung')).toMatchObject({ posts: 2, publicPosts: 1 })
})

describe('what a label may be called', () => {
  it('is tidied', () => expect(labelName.parse('  Buah   Roh\t ')).toBe('Buah Roh'))
  it.each(['', '   ', '.', '..', 'a,b', 'x'.repeat(61), '\uD800'])('is not %j', (name) => expect(labelName.safeParse(name).success).toBe(false))
  it.each(['C#', '1/2', 'Q&A', 'Émile', '天父'])('may be %s', (name) => expect(labelName.parse(name)).toBe(name))
  it('is read from words parted by commas', () => {
    expect(labelNames.parse(splitLabels('Setia, Keluarga,, Setia ,\n Doa'))).toEqual(['Setia', 'Keluarga', 'Doa'])
  })
})
