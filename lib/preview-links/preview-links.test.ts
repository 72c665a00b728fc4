import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { trashPost } from '@/lib/posts/trash'
import { makeMedia, makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { forgetOldPreviews, revokePreview, sharePreview } from './commands'
import { findShared, listOpenLinks, showsPicture } from './queries'

type Person = NonNullable<Viewer>
let editor: Person, author: Person, other: Person, contributor: Person
const now = new Date('2026-11-28T05:00:00Z')
const day = 86_400_000

beforeAll(async () => {
  editor = await makeViewer('editor')
  author = await makeViewer('author')
  other = await makeViewer('author')
  contributor = await makeViewer('contributor')
})

const refusedAs = (code: string, reason: string = code) => expect.objectContaining({ name: 'AppError', code, reason })

describe('a preview’s link', () => {
  it('leads to its post until it ends, and is stored so that the database does not tell it', async () => {
    const post = await makePost({ authorId: author.id })
    const { token, expiresAt } = await sharePreview(author, post.id, 7, now)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(expiresAt).toEqual(new Date(now.getTime() + 7 * day))
    expect(await findShared(token, now)).toBe(post.id)
    expect(await findShared(token, expiresAt)).toBeNull()
    for (const wrong of ['', 'x', token.slice(0, -1), `${token}x`, token.toLowerCase()]) expect(await findShared(wrong, now)).toBeNull()
    expect(JSON.stringify(await db.previewLink.findMany())).not.toContain(token)
  })

  it('ends at once when it is revoked, by anybody who may edit the post', async () => {
    const post = await makePost({ authorId: contributor.id })
    const { token } = await sharePreview(contributor, post.id, 1, now)
    const [link] = await listOpenLinks(editor, post.id, now)
    for (const viewer of [null, other]) await expect(revokePreview(viewer, link!.id, now)).rejects.toEqual(refusedAs('not_found'))
    await revokePreview(editor, link!.id, now)
    expect(await findShared(token, now)).toBeNull()
    expect(await listOpenLinks(contributor, post.id, now)).toEqual([])
  })

  it('leads nowhere while its post lies in the trash', async () => {
    const post = await makePost({ authorId: author.id })
    const { token } = await sharePreview(author, post.id, 30, now)
    await trashPost(author, post.id, 0)
    expect(await findShared(token, now)).toBeNull()
    await expect(sharePreview(author, post.id, 30, now)).rejects.toEqual(refusedAs('invalid', 'post.trashed'))
  })

  it('is made and listed only by those who may edit the post, and not endlessly often', async () => {
    const post = await makePost({ authorId: author.id })
    for (const viewer of [null, other, contributor]) {
      await expect(sharePreview(viewer, post.id, 7, now)).rejects.toEqual(refusedAs('not_found'))
      expect(await listOpenLinks(viewer, post.id, now)).toEqual([])
    }
    for (let i = 0; i < 20; i++) await sharePreview(author, post.id, 1, now)
    await expect(sharePreview(author, post.id, 1, now)).rejects.toEqual(refusedAs('invalid', 'preview.too_many'))
  })

  it('shows the pictures of its post and no others', async () => {
    const [mine, elsewhere] = [await makeMedia(), await makeMedia()]
    const post = await makePost({ authorId: author.id, media: { create: { mediaId: mine.id } } })
    expect(await showsPicture(post.id, mine.id)).toBe(true)
    expect(await showsPicture(post.id, elsewhere.id)).toBe(false)
    expect(await showsPicture(post.id, Number.NaN)).toBe(false)
  })

  it('is forgotten a month after its end', async () => {
    const post = await makePost({ authorId: author.id })
    await sharePreview(author, post.id, 1, now)
    await forgetOldPreviews(new Date(now.getTime() + 30 * day))
    expect(await db.previewLink.count({ where: { postId: post.id } })).toBe(1)
    await forgetOldPreviews(new Date(now.getTime() + 32 * day))
    expect(await db.previewLink.count({ where: { postId: post.id } })).toBe(0)
  })
})
