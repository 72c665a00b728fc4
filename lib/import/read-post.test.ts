import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SourcePost } from './entries'
import { hashOf, postOf, recordsOf, type ReadPost } from './read-post'
import { RecordFile } from './record-file'

const post = (externalId: string, html: string): SourcePost => ({
  type: 'post', id: `post-${externalId}`, externalId, kind: 'post', state: 'live', title: 'Judul', html, dialect: 'html', description: '', labels: [], authors: [], publishedAt: '2020-01-05T00:00:00Z', publishedOn: '',
  updatedAt: '', createdAt: '', oldPath: '/2020/01/a.html', slug: '', lang: '', commentsOpen: true, cover: null,
})

test('only what is not in the blog just so is cleaned; the rest keeps its text as it is', async () => {
  const posts = [post('1', '<div>Satu</div>'), post('2', '<div>Dua</div>')]
  const known = new Set([hashOf(posts[1]!)])
  const file = new RecordFile(join(process.env.TEDUH_DATA!, 'read'), postOf)
  await file.add(recordsOf(posts, known))
  await file.finish()
  const read: ReadPost[] = []
  for await (const one of file.read()) read.push(one)
  expect(read).toMatchObject([{ html: '', cleaned: { html: '<p>Satu</p>', searched: 'satu', snippet: 'Satu' } }, { html: '<div>Dua</div>' }])
  expect(read[1]!.cleaned).toBeUndefined()
  // The file's own name for an entry says nothing of it; each letter of the rest does.
  expect(hashOf({ ...posts[1]!, id: 'x' })).toBe(read[1]!.hash)
  expect(hashOf({ ...posts[1]!, html: '<div>Dua </div>' })).not.toBe(read[1]!.hash)
})
