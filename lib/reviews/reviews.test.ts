import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { setCoauthors } from '@/lib/posts/authors'
import { handInPost } from '@/lib/posts/commands'
import { returnToDraft } from '@/lib/posts/publishing'
import { makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { addNote, removeNote, returnPost } from './commands'
import { findReview, listHandedIn } from './queries'

type Person = NonNullable<Viewer>
let [contributor, stranger, editor] = [] as unknown as [Person, Person, Person]
beforeAll(async () => {
  contributor = await makeViewer('contributor')
  stranger = await makeViewer('author')
  editor = await makeViewer('editor')
})

async function handedIn() {
  const post = await makePost({ authorId: contributor.id, title: 'Titipan' })
  return handInPost(contributor, post.id, post.revision)
}

describe('what a contributor hands in', () => {
  test('waits for the editors, goes back with a word, and can be handed in again', async () => {
    const { id, revision } = await handedIn()
    expect((await listHandedIn(editor)).map((post) => post.id)).toContain(id)
    expect((await listHandedIn(contributor)).map((post) => post.id)).toContain(id)
    expect((await listHandedIn(stranger)).map((post) => post.id)).not.toContain(id)
    const returned = await returnPost(editor, id, revision, 'Nats-nya belum disebut.')
    expect(returned.status).toBe('draft')
    await addNote(contributor, id, 'Sudah saya tambahkan.')
    await handInPost(contributor, id, returned.revision)
    const review = await findReview(contributor, id)
    expect(review?.notes.map(({ body, userId }) => [body, userId])).toEqual([['Nats-nya belum disebut.', editor.id], ['Sudah saya tambahkan.', contributor.id]])
    const did = await db.activity.findMany({ where: { subject: `post:${id}` }, orderBy: { id: 'asc' } })
    expect(did.map(({ action }) => action)).toEqual(['post.hand-in', 'post.return', 'post.hand-in'])
  })

  test('is not returned when it changed since, and then nothing was said either', async () => {
    const { id, revision } = await handedIn()
    await expect(returnPost(editor, id, revision - 1, 'Terlambat')).rejects.toMatchObject({ reason: 'post.changed' })
    const taken = await returnToDraft(contributor, id, revision)
    await expect(returnPost(editor, id, taken.revision, 'Terlambat')).rejects.toMatchObject({ reason: 'post.not_review' })
    expect((await findReview(editor, id))?.notes).toEqual([])
  })
})

describe('the wrong person', () => {
  test('neither reads nor says anything, and learns not even that there is a post', async () => {
    const { id } = await handedIn()
    for (const viewer of [stranger, null]) {
      expect(await findReview(viewer, id)).toBeNull()
      await expect(addNote(viewer, id, 'x')).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await listHandedIn(null)).toEqual([])
  })

  test('returns nothing: a contributor, an author, nobody', async () => {
    const { id, revision } = await handedIn()
    for (const viewer of [contributor, stranger, null]) await expect(returnPost(viewer, id, revision, 'x')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('takes back nobody else’s words', async () => {
    const { id } = await handedIn()
    await addNote(editor, id, 'Bagus.')
    const note = (await findReview(editor, id))!.notes[0]!
    for (const viewer of [contributor, null]) await expect(removeNote(viewer, note.id)).rejects.toBeDefined()
    await removeNote(editor, note.id)
    expect((await findReview(editor, id))?.notes).toEqual([])
  })
})

test('a second author takes part', async () => {
  const { id } = await handedIn()
  const second = await makeViewer('contributor')
  await setCoauthors(editor, id, [second.id])
  await addNote(second, id, 'Saya bantu.')
  expect((await findReview(second, id))?.notes).toHaveLength(1)
})
