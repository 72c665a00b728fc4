import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { createPost, keepPost, savePost } from '@/lib/posts/commands'
import { publishPost, schedulePost } from '@/lib/posts/publishing'
import { publishDue } from '@/lib/posts/publish-due'
import { emptyContent, postContent, type PostContent } from '@/lib/posts/schema'
import { makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { restoreRevision } from './commands'
import { differences, wordParts } from './difference'
import { findHistory, findPair } from './queries'
import { readableText } from './readable-text'
import { thinRevisions } from './thinning'

type Person = NonNullable<Viewer>
let editor: Person, author: Person, other: Person, contributor: Person

beforeAll(async () => {
  editor = await makeViewer('editor')
  author = await makeViewer('author')
  other = await makeViewer('author')
  contributor = await makeViewer('contributor')
})

const written = (body: string, more: Partial<PostContent> = {}) => postContent.parse({ ...emptyContent, title: 'Pagi', body: `<p>${body}</p>`, ...more })
const refusedAs = (code: string, reason: string = code) => expect.objectContaining({ name: 'AppError', code, reason })

describe('the history of a post', () => {
  it('says who saved and what came out, the latest first', async () => {
    const draft = await createPost(author, 'post', written('satu'))
    const second = await savePost(editor, draft.id, draft.revision, written('dua'))
    await publishPost(author, draft.id, second.revision)
    const history = await findHistory(author, draft.id)
    expect(history!.lines.map(({ revision, kind, by }) => [revision, kind, by])).toEqual([[3, 'published', author.name], [2, 'saved', editor.name], [1, 'saved', author.name]])
    expect((await findHistory(author, draft.id, 3))!.lines).toHaveLength(2)
    expect(await findPair(author, draft.id, 2)).toMatchObject({ before: { body: '<p>satu</p>' }, after: { body: '<p>dua</p>' } })
    expect(await findPair(author, draft.id, 1)).toMatchObject({ before: null })
    expect(await findPair(author, draft.id, 77)).toBeNull()
  })

  it('keeps what came out by the clock, also of a text that came from elsewhere', async () => {
    const at = new Date(Date.now() + 60_000)
    const draft = await createPost(author, 'post', written('rencana'))
    await schedulePost(author, draft.id, draft.revision, at)
    const foreign = await makePost({ authorId: author.id, status: 'scheduled', scheduledAt: at, body: '<p>impor</p>' })
    await publishDue(new Date(at.getTime() + 1))
    for (const id of [draft.id, foreign.id]) expect((await findHistory(author, id))!.lines[0]).toMatchObject({ kind: 'published' })
  })

  it('is nobody else’s to see', async () => {
    const draft = await createPost(author, 'post', written('rahasia'))
    for (const viewer of [null, other, contributor]) {
      expect(await findHistory(viewer, draft.id)).toBeNull()
      expect(await findPair(viewer, draft.id, 1)).toBeNull()
    }
  })
})

describe('restoreRevision', () => {
  it('brings back how it was, as a revision of its own, and loses nothing', async () => {
    const draft = await createPost(author, 'post', written('pertama', { labels: ['Sabar'] }))
    const second = await savePost(author, draft.id, draft.revision, written('kedua'))
    const back = await restoreRevision(author, draft.id, second.revision, 1)
    expect(await db.post.findUnique({ where: { id: draft.id }, select: { body: true } })).toEqual({ body: '<p>pertama</p>' })
    expect(back.revision).toBe(3)
    const bodies = (await db.revision.findMany({ where: { postId: draft.id }, orderBy: { revision: 'asc' } })).map(({ content }) => JSON.parse(content).body)
    expect(bodies).toEqual(['<p>pertama</p>', '<p>kedua</p>', '<p>pertama</p>'])
  })

  it('does not change a public post for its readers', async () => {
    const draft = await createPost(author, 'post', written('pertama'))
    const out = await publishPost(author, draft.id, draft.revision, { content: written('kedua') })
    expect(await restoreRevision(author, draft.id, out.revision, 1)).toMatchObject({ isAhead: true })
    expect(await db.post.findUnique({ where: { id: draft.id }, select: { body: true } })).toEqual({ body: '<p>kedua</p>' })
  })

  it('is refused to those who may not, for what is not there, and over what was saved meanwhile', async () => {
    const draft = await createPost(author, 'post', written('x'))
    for (const viewer of [null, other, contributor]) await expect(restoreRevision(viewer, draft.id, 1, 1)).rejects.toEqual(refusedAs('not_found'))
    await expect(restoreRevision(author, draft.id, 1, 9)).rejects.toEqual(refusedAs('not_found'))
    await savePost(author, draft.id, 1, written('y'))
    await expect(restoreRevision(author, draft.id, 1, 1)).rejects.toEqual(refusedAs('conflict', 'post.changed'))
  })
})

describe('thinning', () => {
  it('lets old saves go by the clock, and keeps what a public post is waiting with', async () => {
    const draft = await createPost(author, 'post', written('0'))
    let { revision } = draft
    for (let i = 1; i <= 5; i++) ({ revision } = await savePost(author, draft.id, revision, written(String(i))))
    const out = await publishPost(author, draft.id, revision)
    await keepPost(author, draft.id, out.revision, { content: written('menunggu') })
    await transact(async (tx) => void (await tx.revision.updateMany({ where: { postId: draft.id }, data: { createdAt: new Date(Date.now() - 3 * 86_400_000) } })))
    expect(await thinRevisions()).toBeGreaterThan(0)
    const left = (await db.revision.findMany({ where: { postId: draft.id }, orderBy: { revision: 'asc' } })).map(({ kind, content }) => [kind, JSON.parse(content).body])
    expect(left).toEqual([['saved', '<p>5</p>'], ['published', '<p>5</p>'], ['saved', '<p>menunggu</p>']])
  })
})

describe('a difference', () => {
  it('is told word by word, field by field', () => {
    const parts = wordParts('Pagi ini hujan reda.', 'Pagi tadi hujan sudah reda.')
    expect(parts.filter(({ is }) => is === 'added').map(({ text }) => text.trim())).toEqual(['tadi', 'sudah'])
    expect(parts.filter(({ is }) => is === 'removed').map(({ text }) => text.trim())).toEqual(['ini'])
    const found = differences(written('sama', { labels: ['A'] }), written('<b>sama</b>', { title: 'Siang', labels: ['A', 'B'] }))
    expect(found.map(({ field, kind }) => [field, kind])).toEqual([['title', 'words'], ['body', 'form'], ['labels', 'words']])
  })

  it('gives both texts back whole', () => {
    const [before, after] = ['satu dua\n\ntiga empat', 'satu dua tiga\n\nempat lima']
    const parts = wordParts(before, after)
    expect(parts.filter(({ is }) => is !== 'added').map(({ text }) => text).join('')).toBe(before)
    expect(parts.filter(({ is }) => is !== 'removed').map(({ text }) => text).join('')).toBe(after)
  })

  it('of two long texts that have nothing in common comes soon', () => {
    const long = (word: string) => Array.from({ length: 40_000 }, (_, i) => `${word}${i % 977}`).join(' ')
    const began = Date.now()
    expect(wordParts(long('a'), long('b')).length).toBeGreaterThan(0)
    expect(Date.now() - began).toBeLessThan(5000)
  })

  it('reads a body as somebody reads it', () => {
    expect(readableText('<h2>Satu</h2><p>a &amp; b<br />c</p><ul><li><p>x</p></li><li>y</li></ul><figure><img src="/media/1/960.webp" alt="Laut" /></figure>'))
      .toBe('Satu\n\na & b\nc\n\n• x\n\n• y\n\n[Laut]')
  })
})
