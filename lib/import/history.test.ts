import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { keepPost, savePost } from '@/lib/posts/commands'
import { writtenContent } from '@/lib/posts/content'
import { emptyContent } from '@/lib/posts/schema'
import { restoreRevision } from '@/lib/revisions/commands'
import { findPair } from '@/lib/revisions/queries'
import { makeViewer } from '@/lib/testing/builders'
import { bring, fileOf, oldEntry, oldFeed } from './testing'

const there = (title: string, html: string) => fileOf(oldFeed(oldEntry({ id: '1', title, html, labels: ['Doa', 'Iman'] })))
const post = () => db.post.findUniqueOrThrow({ where: { externalId: '1' } })
const kept = async (revision: number) => (await db.revision.findFirstOrThrow({ where: { revision } })).content

test('what came in is stored once, and stays among the revisions whatever is made of the post', async () => {
  const editor = await makeViewer('editor')
  const histories = async (...revisions: number[]) => Promise.all(revisions.map(async (one) => (await findPair(editor, (await post()).id, one))?.after))
  await bring(there('Dari sana', '<p>Mula-mula.</p>'))
  const { id } = await post()
  const came = { ...emptyContent, title: 'Dari sana', body: '<p>Mula-mula.</p>', labels: ['Doa', 'Iman'], slug: 'p1' }
  expect(await kept(1)).toBe('')
  expect(await histories(1)).toEqual([came])

  // The text changes there before anybody has changed it here: again it is stored once, and the one before for itself.
  await bring(there('Dari sana lagi', '<p>Kedua.</p>'))
  const again = { ...came, title: 'Dari sana lagi', body: '<p>Kedua.</p>' }
  expect([await kept(2), JSON.parse(await kept(1)).title]).toEqual(['', 'Dari sana'])

  // What waits for readers leaves the post as it is.
  await keepPost(editor, id, 2, { content: { ...again, body: '<p>Menunggu.</p>' } })
  expect(await kept(2)).toBe('')
  await savePost(editor, id, 3, { ...again, title: 'Di sini', body: '<p>Ketiga.</p>', labels: ['Kasih'] })
  expect((await histories(1, 2, 3, 4)).map((one) => [one?.title, one?.body, one?.labels])).toEqual([
    ['Dari sana', '<p>Mula-mula.</p>', ['Doa', 'Iman']], ['Dari sana lagi', '<p>Kedua.</p>', ['Doa', 'Iman']],
    ['Dari sana lagi', '<p>Menunggu.</p>', ['Doa', 'Iman']], ['Di sini', '<p>Ketiga.</p>', ['Kasih']],
  ])
  await restoreRevision(editor, id, 4, 2)
  expect(await writtenContent(db, id)).toEqual(again)
})
