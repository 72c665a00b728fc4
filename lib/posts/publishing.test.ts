import { beforeAll, describe, expect, it } from 'vitest'
import { dayInZone } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { putSetting } from '@/lib/settings/commands'
import { transact } from '@/lib/db/transaction'
import { makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { createPost, savePost } from './commands'
import { publishDue } from './publish-due'
import { publishPost, returnToDraft, schedulePost, withdrawPost } from './publishing'
import { emptyContent, postContent, type PostContent } from './schema'

type Person = NonNullable<Viewer>
let editor: Person, author: Person, other: Person, contributor: Person

beforeAll(async () => {
  editor = await makeViewer('editor')
  author = await makeViewer('author')
  other = await makeViewer('author')
  contributor = await makeViewer('contributor')
})

const now = new Date('2025-03-17T03:00:00Z')
const written = (title: string, more: Partial<PostContent> = {}) => postContent.parse({ ...emptyContent, title, body: '<p>Isi.</p>', ...more })
const find = (id: number) => db.post.findUniqueOrThrow({ where: { id } })
const refusedAs = (code: string, reason: string = code) => expect.objectContaining({ name: 'AppError', code, reason })
const draftOf = (viewer: Person, title: string, more?: Partial<PostContent>) => createPost(viewer, 'post', written(title, more))

async function inZone<T>(timeZone: string, run: () => Promise<T>): Promise<T> {
  await transact((tx) => putSetting(tx, 'timeZone', timeZone))
  return run().finally(() => transact((tx) => putSetting(tx, 'timeZone', 'Asia/Jakarta')))
}

describe('publishPost', () => {
  it('gives date and address the first time, with what was written since', async () => {
    const draft = await draftOf(author, 'Ombak')
    const out = await publishPost(author, draft.id, draft.revision, { now, content: written('Ombak dan selancar') })
    expect(out).toMatchObject({ status: 'published', path: '/2025/03/ombak-dan-selancar.html', publishedAt: now })
    expect(await find(draft.id)).toMatchObject({ title: 'Ombak dan selancar', pathKey: out.path, publishedDay: dayInZone(now, 'Asia/Jakarta') })
  })

  it('takes the month from the blog’s own zone', async () => {
    const at = new Date('2025-01-31T16:30:00Z')
    const [jakarta, jayapura] = [await draftOf(author, 'Tengah malam'), await draftOf(author, 'Tengah malam')]
    expect(await publishPost(author, jakarta.id, 1, { now, at })).toMatchObject({ path: '/2025/01/tengah-malam.html' })
    const out = await inZone('Asia/Jayapura', () => publishPost(author, jayapura.id, 1, { now, at }))
    expect(out.path).toBe('/2025/02/tengah-malam.html')
  })

  it('moves nothing when the zone changes later', async () => {
    const draft = await draftOf(author, 'Zona')
    const out = await publishPost(author, draft.id, 1, { now, at: new Date('2024-12-31T16:59:00Z') })
    const day = (await find(draft.id)).publishedDay
    await inZone('Asia/Jayapura', async () => {
      const away = await withdrawPost(author, draft.id, out.revision)
      await publishPost(author, draft.id, away.revision, { now })
    })
    expect(await find(draft.id)).toMatchObject({ path: '/2024/12/zona.html', publishedDay: day })
  })

  it('follows a date that lies in the past, and refuses one that lies ahead', async () => {
    const draft = await draftOf(author, 'Dulu')
    const at = new Date('2021-05-01T22:00:00Z')
    await expect(publishPost(author, draft.id, 1, { now, at: new Date(now.getTime() + 60_000) })).rejects.toEqual(refusedAs('invalid', 'post.future'))
    expect(await publishPost(author, draft.id, 1, { now, at })).toMatchObject({ path: '/2021/05/dulu.html', publishedAt: at })
  })

  it('takes the address that the author chose, and -2 when it is taken', async () => {
    const [first, second, third] = [await draftOf(author, 'A', { slug: 'sama' }), await draftOf(author, 'Sama'), await draftOf(author, 'SAMA!')]
    expect((await publishPost(author, first.id, 1, { now })).path).toBe('/2025/03/sama.html')
    expect((await publishPost(author, second.id, 1, { now })).path).toBe('/2025/03/sama-2.html')
    expect((await publishPost(author, third.id, 1, { now })).path).toBe('/2025/03/sama-3.html')
  })

  it('keeps the address of a withdrawn post for it', async () => {
    const [first, second] = [await draftOf(author, 'Milik saya'), await draftOf(author, 'Milik saya')]
    const out = await publishPost(author, first.id, 1, { now })
    await withdrawPost(author, first.id, out.revision)
    expect((await publishPost(author, second.id, 1, { now })).path).toBe('/2025/03/milik-saya-2.html')
  })

  it('gives no address that leads somewhere else or is gone', async () => {
    await transact((tx) => tx.redirect.create({ data: { fromKey: '/2025/03/pindah.html', target: '/2025/03/lain.html' } }))
    const draft = await draftOf(author, 'Pindah')
    expect((await publishPost(author, draft.id, 1, { now })).path).toBe('/2025/03/pindah-2.html')
  })

  it('gives two that are published at once two addresses', async () => {
    const drafts = await Promise.all(Array.from({ length: 6 }, () => draftOf(author, 'Serentak')))
    const out = await Promise.all(drafts.map(({ id }) => publishPost(author, id, 1, { now })))
    expect(new Set(out.map(({ path }) => path)).size).toBe(6)
  })

  it('gives a page its own kind of address', async () => {
    const draft = await createPost(editor, 'page', written('Tentang kami'))
    expect((await publishPost(editor, draft.id, 1, { now })).path).toBe('/p/tentang-kami.html')
    expect(await db.purge.findFirst({ orderBy: { id: 'desc' } }).then((row) => row!.tags)).toContain('settings')
  })

  it('needs a title or a text', async () => {
    const draft = await draftOf(author, '', { body: '<p></p>' })
    await expect(publishPost(author, draft.id, 1, { now })).rejects.toEqual(refusedAs('invalid', 'post.empty'))
    const picture = await draftOf(author, '', { body: '<img src="/media/1/960.webp" alt="">' })
    await expect(publishPost(author, picture.id, 1, { now })).resolves.toMatchObject({ path: '/2025/03/blog-post.html' })
  })

  it('is refused to everybody who may not', async () => {
    const mine = await draftOf(contributor, 'Kiriman')
    await expect(publishPost(contributor, mine.id, 1, { now })).rejects.toEqual(refusedAs('forbidden'))
    for (const viewer of [null, other]) await expect(publishPost(viewer, mine.id, 1, { now })).rejects.toEqual(refusedAs('not_found'))
    const page = await createPost(editor, 'page', written('Halaman'))
    await expect(publishPost(author, page.id, 1, { now })).rejects.toEqual(refusedAs('not_found'))
  })

  it('does not publish what somebody changed meanwhile', async () => {
    const draft = await draftOf(author, 'Berubah')
    await savePost(editor, draft.id, 1, written('Diubah penyunting'))
    await expect(publishPost(author, draft.id, 1, { now })).rejects.toEqual(refusedAs('conflict', 'post.changed'))
    expect((await find(draft.id)).status).toBe('draft')
  })
})

describe('withdrawPost', () => {
  it('hides a post and takes it from its labels’ lists until it is published again, as it was', async () => {
    const draft = await draftOf(author, 'Ditarik', { labels: ['Tarik'] })
    const out = await publishPost(author, draft.id, 1, { now })
    const away = await withdrawPost(author, draft.id, out.revision)
    expect(away).toMatchObject({ status: 'withdrawn', path: out.path, publishedAt: now })
    expect((await db.postLabel.findMany({ where: { postId: draft.id } })).map(({ listedAt }) => listedAt)).toEqual([null])
    const back = await publishPost(author, draft.id, away.revision, { now: new Date('2026-01-01T00:00:00Z') })
    expect(back).toMatchObject({ status: 'published', path: out.path, publishedAt: now })
    expect((await db.postLabel.findMany({ where: { postId: draft.id } })).map(({ listedAt }) => listedAt)).toEqual([now])
  })

  it('is for public posts, and for those who may publish', async () => {
    const draft = await draftOf(author, 'Belum')
    await expect(withdrawPost(author, draft.id, 1)).rejects.toEqual(refusedAs('invalid', 'post.not_public'))
    const post = await makePost({ authorId: contributor.id, published: true })
    await expect(withdrawPost(contributor, post.id, 0)).rejects.toEqual(refusedAs('forbidden'))
    for (const viewer of [null, other]) await expect(withdrawPost(viewer, post.id, 0)).rejects.toEqual(refusedAs('not_found'))
  })
})

describe('schedulePost and publishDue', () => {
  const at = new Date('2025-03-31T22:00:00Z')

  it('publishes at the planned time, under its date, however late', async () => {
    const draft = await draftOf(author, 'Besok pagi', { labels: ['Terjadwal'] })
    expect(await schedulePost(author, draft.id, 1, at, { now })).toMatchObject({ status: 'scheduled', scheduledAt: at, path: null })
    expect(await publishDue(new Date(at.getTime() - 1))).toEqual([])
    const late = new Date('2025-04-09T00:00:00Z')
    expect(await publishDue(late)).toEqual([{ id: draft.id, path: '/2025/04/besok-pagi.html' }])
    expect(await find(draft.id)).toMatchObject({ status: 'published', publishedAt: at, scheduledAt: null })
    expect((await db.postLabel.findFirst({ where: { postId: draft.id } }))!.listedAt).toEqual(at)
    expect(await publishDue(late)).toEqual([])
  })

  it('publishes once when many ask in the same second', async () => {
    const drafts = await Promise.all(Array.from({ length: 3 }, () => draftOf(author, 'Serempak')))
    for (const { id } of drafts) await schedulePost(author, id, 1, at, { now })
    const runs = await Promise.all(Array.from({ length: 8 }, () => publishDue(at)))
    expect(runs.flat().map(({ id }) => id).sort()).toEqual(drafts.map(({ id }) => id).sort())
    expect(new Set(runs.flat().map(({ path }) => path)).size).toBe(3)
  })

  it('lets an editor that was open all along save afterwards', async () => {
    const draft = await draftOf(author, 'Terbuka')
    const planned = await schedulePost(author, draft.id, 1, at, { now })
    await publishDue(at)
    await expect(savePost(author, draft.id, planned.revision, written('Terbuka, diperbaiki'))).resolves.toMatchObject({ status: 'published' })
  })

  it('moves a plan, and takes it back', async () => {
    const draft = await draftOf(author, 'Geser')
    const planned = await schedulePost(author, draft.id, 1, at, { now })
    const later = new Date(at.getTime() + 86_400_000)
    const moved = await schedulePost(author, draft.id, planned.revision, later, { now, content: written('Geser lagi') })
    expect(await publishDue(at)).toEqual([])
    const back = await returnToDraft(author, draft.id, moved.revision)
    expect(back).toMatchObject({ status: 'draft', scheduledAt: null })
    expect(await publishDue(later)).toEqual([])
  })

  it('plans nothing for the past, and nothing that was public already', async () => {
    const draft = await draftOf(author, 'Kemarin')
    await expect(schedulePost(author, draft.id, 1, now, { now })).rejects.toEqual(refusedAs('invalid', 'post.past'))
    const post = await makePost({ authorId: author.id, published: true })
    await expect(schedulePost(author, post.id, 0, at, { now })).rejects.toEqual(refusedAs('invalid', 'post.was_public'))
    await expect(returnToDraft(author, post.id, 0)).rejects.toEqual(refusedAs('invalid', 'post.already_public'))
  })

  it('is refused to everybody who may not', async () => {
    const mine = await draftOf(contributor, 'Kiriman terjadwal')
    await expect(schedulePost(contributor, mine.id, 1, at, { now })).rejects.toEqual(refusedAs('forbidden'))
    for (const viewer of [null, other]) {
      await expect(schedulePost(viewer, mine.id, 1, at, { now })).rejects.toEqual(refusedAs('not_found'))
      await expect(returnToDraft(viewer, mine.id, 1)).rejects.toEqual(refusedAs('not_found'))
    }
    const planned = await schedulePost(editor, mine.id, 1, at, { now })
    await expect(returnToDraft(contributor, mine.id, planned.revision)).rejects.toEqual(refusedAs('forbidden'))
  })
})
