import { join } from 'node:path'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { bring, fileOf, oldEntry, oldFeed } from '@/lib/import/testing'
import { savePost } from '@/lib/posts/commands'
import { emptyContent } from '@/lib/posts/schema'
import { makeUser, makeViewer } from '@/lib/testing/builders'
import { removeUser } from '@/lib/users/remove'
import { exportBlog } from './export-blog'
import { again, all, open, read, root } from './testing'

type Line = Record<string, unknown>
type Post = Line & { externalId: string | null; comments: Line[] }
const parsed = (folder: string) => JSON.parse(read(folder, 'teduh.json')) as { settings: Line; people: Line[]; posts: Post[] }
const answer = (id: string, words: string) => oldEntry({ id, kind: 'comment', path: '', html: words, more: `<thr:in-reply-to ref='tag:blogger.com,1999:blog-9.post-1'/>` })
const by = (name: string, id: string, entry: string) => entry.replace('<name>Ibu Sri</name>', `<name>${name}</name><uri>https://www.blogger.com/profile/${id}</uri>`)

test.each([['all of it', all], ['what everybody can read', open]] as const)('moved from Blogger, then by %s as JSON to another place, a newer export of the old blog goes on there', { timeout: 120_000 }, async (_, options) => {
  const folder = options.private ? 'whole' : 'open'
  if (options.private) {
    await bring(fileOf(oldFeed(
      oldEntry({ id: '1', title: 'Satu' }), oldEntry({ id: '2', title: 'Dua' }), oldEntry({ id: '3', title: 'Tiga' }), by('Ibu Tuti', '555', oldEntry({ id: '4', title: 'Empat' })), answer('90', 'Amin.'), answer('91', 'Terima kasih.'),
    )))
    const edited = await db.post.findUniqueOrThrow({ where: { externalId: '2' } })
    await savePost(await makeViewer('editor'), edited.id, edited.revision, { ...emptyContent, title: 'Dua, disunting di sini', body: '<p>Milik kami.</p>' })
    const here = await makeUser({ name: 'Tuti', slug: 'tuti' })
    await removeUser(await makeViewer('owner'), (await db.post.findUniqueOrThrow({ where: { externalId: '4' } })).authorId, { postsTo: here.id })
  }
  await exportBlog('json', join(root, folder), options)
  const newer = fileOf(oldFeed(
    oldEntry({ id: '1', title: 'Satu' }), oldEntry({ id: '2', title: 'Dua versi sana' }), oldEntry({ id: '3', title: 'Tiga baru', html: '<p>Baru.</p>' }), by('Ibu Tuti', '555', oldEntry({ id: '4', title: 'Empat' })),
    by('Ibu Tuti', '555', oldEntry({ id: '5', title: 'Lima' })), answer('90', 'Amin.'), answer('91', 'Terima kasih banyak.'), answer('92', 'Baru.'),
  ))
  const after = `
    const { tally: { report, changes } } = await importFile(${JSON.stringify(newer)}, { isDryRun: false, overwrite: false, userId: null, now: new Date(), onProgress: () => {}, isCancelled: () => false })
    const said = JSON.stringify({ changes, skipped: report.skipped, warnings: report.warnings })
    if (said !== ${JSON.stringify(JSON.stringify({ changes: { added: 1, updated: 1, unchanged: 2, kept: 1 }, skipped: [], warnings: ['tag:blogger.com,1999:blog-9.post-2 "Dua versi sana": was edited here since, so the newer version of the file was not taken'] }))}) throw new Error(said)`
  await again(`${folder}/teduh.json`, 'json', `${folder}-there`, options, { after })

  const [first, there] = [parsed(folder), parsed(`${folder}-there`)]
  const titles = (posts: Post[]) => Object.fromEntries(posts.map(({ externalId, title }) => [externalId, title]))
  expect(titles(there.posts)).toEqual({ ...titles(first.posts), 3: 'Tiga baru', 5: 'Lima' })
  expect(there.posts.find(({ externalId }) => externalId === '3')).toMatchObject({ path: '/2020/01/p3.html', body: '<p>Baru.</p>', imported: { edited: false } })
  expect(there.posts.find(({ externalId }) => externalId === '2')).toMatchObject({ title: 'Dua, disunting di sini', imported: { edited: true } })
  const tuti = there.people.find(({ slug }) => slug === 'tuti')!.id
  expect(there.posts.filter(({ externalId }) => externalId === '4' || externalId === '5').map(({ authors }) => authors)).toEqual([[tuti], [tuti]])
  expect(there.posts.find(({ externalId }) => externalId === '1')!.comments.map(({ body }) => body)).toEqual(['Amin.', 'Terima kasih banyak.', 'Baru.'])
  expect(JSON.stringify(first).includes('"importHash"')).toBe(options.private)
})
