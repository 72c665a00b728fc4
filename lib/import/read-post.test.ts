import { expect, test } from 'vitest'
import type { SourcePost } from './entries'
import { apart, hashOf, postOf, readPost, said } from './read-post'
import { bytesOf, recordsIn } from './record-file'

const post = (externalId: string, html: string): SourcePost => ({
  type: 'post', id: `post-${externalId}`, externalId, kind: 'post', state: 'live', title: 'Judul', html, dialect: 'html', description: '', labels: [], authors: [], publishedAt: '2020-01-05T00:00:00Z', publishedOn: '',
  updatedAt: '', createdAt: '', oldPath: '/2020/01/a.html', slug: '', lang: '', commentsOpen: true, cover: null,
})

test('only what is not in the blog just so is cleaned; the rest keeps its text as it is', () => {
  const posts = [post('1', '<div>Satu</div>'), post('2', '<div>Dua</div>')]
  const known = new Set([hashOf(posts[1]!)])
  const onDisk = (some: Parameters<typeof apart>[0][]) => Buffer.from(bytesOf(some.map(apart)))
  const again = [...recordsIn(onDisk(posts), said<SourcePost>)]
  expect(again).toEqual(posts)
  const read = [...recordsIn(onDisk(again.map((one) => readPost(one, known))), postOf)]
  expect(read).toMatchObject([{ html: '', cleaned: { html: '<p>Satu</p>', searched: 'satu', snippet: 'Satu' } }, { html: '<div>Dua</div>' }])
  expect(read[1]!.cleaned).toBeUndefined()
  // The file's own name for an entry says nothing of it; each letter of the rest does.
  expect(hashOf({ ...posts[1]!, id: 'x' })).toBe(read[1]!.hash)
  expect(hashOf({ ...posts[1]!, html: '<div>Dua </div>' })).not.toBe(read[1]!.hash)
})
