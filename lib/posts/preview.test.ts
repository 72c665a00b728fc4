import { beforeAll, expect, it } from 'vitest'
import { makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { findPreview } from './preview'

let editor: Viewer, author: NonNullable<Viewer>, other: Viewer
const now = new Date('2025-03-31T20:00:00Z')

beforeAll(async () => {
  editor = await makeViewer('editor')
  author = await makeViewer('author')
  other = await makeViewer('author')
})

it('shows a draft as it would come out now', async () => {
  const { id } = await makePost({ authorId: author.id, title: 'Kursi yang kosong', labels: ['Rendah hati'] })
  for (const viewer of [author, editor]) {
    expect(await findPreview(viewer, id, now)).toMatchObject({
      title: 'Kursi yang kosong', path: '/2025/04/kursi-yang-kosong.html', publishedAt: now, labels: ['Rendah hati'], commentsOpen: false,
    })
  }
})

it('shows a plan under its date, and a public post as it is', async () => {
  const at = new Date('2025-06-01T22:00:00Z')
  const plan = await makePost({ authorId: author.id, title: 'Nanti', status: 'scheduled', scheduledAt: at })
  expect(await findPreview(author, plan.id, now)).toMatchObject({ path: '/2025/06/nanti.html', publishedAt: at })
  const post = await makePost({ authorId: author.id, published: true })
  expect(await findPreview(author, post.id, now)).toMatchObject({ path: post.path, publishedDay: post.publishedDay })
})

it('shows nothing to anybody else', async () => {
  const { id } = await makePost({ authorId: author.id })
  for (const viewer of [other, null]) expect(await findPreview(viewer, id, now)).toBeNull()
  expect(await findPreview(editor, 999_999, now)).toBeNull()
})
