import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { savePost } from '@/lib/posts/commands'
import { emptyContent } from '@/lib/posts/schema'
import { trashPost, deleteForever } from '@/lib/posts/trash'
import { makeUser, makeViewer } from '@/lib/testing/builders'
import { removeUser } from '@/lib/users/remove'
import { startProcess } from '@/lib/testing/other-process'
import { bring, fileOf, oldEntry, oldFeed } from './testing'

// Hundreds of posts, and a process of its own, on a machine that may be busy with the other tests.
vi.setConfig({ testTimeout: 120_000 })

const post = (externalId: string) => db.post.findUniqueOrThrow({ where: { externalId } })
const answer = (id: string, to: string, more = '') => oldEntry({ id, kind: 'comment', path: '', html: `Amin ${id}`, more: `<thr:in-reply-to ref='tag:blogger.com,1999:blog-9.post-${to}'/>${more}` })

test('what a killed process had read goes with the next import; what another is reading stays', async () => {
  const folder = (pid: number) => join(process.env.TEDUH_DATA!, 'imports', `reading-${pid}-abc`)
  const gone = spawnSync(process.execPath, ['--version']).pid
  for (const pid of [gone, process.ppid]) mkdirSync(folder(pid), { recursive: true })
  await bring(fileOf(oldFeed(oldEntry({ id: '990', path: '/2018/01/p990.html' }))), { isDryRun: true })
  expect([existsSync(folder(gone)), existsSync(folder(process.ppid))]).toEqual([false, true])
})

test('a newer export adds and updates what changed there, and leaves what was edited here', async () => {
  await bring(fileOf(oldFeed(oldEntry({ id: '1', title: 'Satu' }), oldEntry({ id: '2', title: 'Dua' }), oldEntry({ id: '3', title: 'Tiga', labels: ['Lama'] }), answer('90', '1'))))
  const editor = await makeViewer('editor')
  const mine = await post('2')
  await savePost(editor, mine.id, mine.revision, { ...emptyContent, title: 'Dua, disunting di sini', body: '<p>Milik kami.</p>' })
  const edited = await post('2')

  const newer = fileOf(oldFeed(
    oldEntry({ id: '1', title: 'Satu' }), oldEntry({ id: '2', title: 'Dua versi sana' }), oldEntry({ id: '3', title: 'Tiga baru', html: '<p>Baru.</p>', labels: ['Baru'] }), oldEntry({ id: '4', title: 'Empat' }),
    answer('90', '1'), answer('91', '1', `<link rel='related' href='http://www.blogger.com/feeds/9/1/comments/default/90'/>`),
  ))
  const unchanged = await post('1')
  const report = await bring(newer)
  expect(report).toMatchObject({ posts: 4, comments: 2, skipped: [] })
  expect(report.warnings).toEqual([expect.stringContaining('edited here')])
  expect(await post('1')).toEqual(unchanged)
  expect(await post('2')).toEqual(edited)
  expect(await post('3')).toMatchObject({ title: 'Tiga baru', body: '<p>Baru.</p>', path: '/2020/01/p3.html' })
  expect(await db.postLabel.findMany({ where: { post: { externalId: '3' } }, select: { label: { select: { name: true } } } })).toEqual([{ label: { name: 'Baru' } }])
  expect(await db.comment.findMany({ where: { post: { externalId: '1' } }, orderBy: { id: 'asc' }, select: { externalId: true, parent: { select: { externalId: true } } } }))
    .toEqual([{ externalId: '90', parent: null }, { externalId: '91', parent: { externalId: '90' } }])

  await bring(newer, { overwrite: true })
  expect(await post('2')).toMatchObject({ title: 'Dua versi sana' })
  // What was written here can be gone back to.
  expect(await db.revision.count({ where: { post: { externalId: '2' } } })).toBeGreaterThanOrEqual(3)
})

test('what was deleted here for good does not come again; a comment that was decided on here stays so', async () => {
  const file = fileOf(oldFeed(oldEntry({ id: '41' }), oldEntry({ id: '42' }), answer('45', '42')))
  await bring(file)
  const editor = await makeViewer('editor')
  const { id, revision } = await post('41')
  await trashPost(editor, id, revision)
  await deleteForever(editor, id)
  await transact((tx) => tx.comment.update({ where: { externalId: '45' }, data: { status: 'deleted', decidedAt: new Date(), importHash: 'other' } }))
  expect(await bring(file)).toMatchObject({ skipped: [{ reason: expect.stringContaining('deleted here') }] })
  expect(await db.post.count({ where: { externalId: '41' } })).toBe(0)
  expect(await db.comment.findUniqueOrThrow({ where: { externalId: '45' } })).toMatchObject({ status: 'deleted' })
})

test('answers that go round in circles, or to nothing, come in all the same', async () => {
  const related = (id: string) => `<link rel='related' href='http://www.blogger.com/feeds/9/1/comments/default/${id}'/>`
  await bring(fileOf(oldFeed(oldEntry({ id: '51' }), answer('55', '51', related('56')), answer('56', '51', related('55')), answer('57', '51', related('57')), answer('58', '51', related('999')))))
  expect(await db.comment.count({ where: { post: { externalId: '51' }, parentId: null } })).toBe(4)
})

test('links to the blog lead here, whatever its host was called; others stay', async () => {
  const html = ['http://contoh.blogspot.co.id/2020/01/p61.html?m=1#c5', 'https://contoh.blogspot.com/search/label/Doa%20Pagi?max-results=5', '//contoh.blogspot.com/', 'https://lain.blogspot.com/2020/01/x.html', 'https://www.alkitab.example/2020/01/p61.html']
    .map((href) => `<a href="${href}">x</a>`).join(' ')
  await bring(fileOf(oldFeed(oldEntry({ id: '61' }), oldEntry({ id: '62', html: `<p>${html}</p>` })).replace('<entry>', `<link rel='alternate' href='http://contoh.blogspot.com/'/><entry>`)))
  expect([...(await post('62')).body.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/2020/01/p61.html#c5', '/search/label/Doa%20Pagi', '/', 'https://lain.blogspot.com/2020/01/x.html', 'https://www.alkitab.example/2020/01/p61.html',
  ])
})

test('killed in the middle, it goes on: the end is the same as without', async () => {
  const entries = Array.from({ length: 700 }, (_, i) => oldEntry({ id: String(7000 + i), title: `Panjang ${i}`, html: '<p>kata </p>'.repeat(20) }))
  const file = fileOf(oldFeed(...entries))
  const child = await startProcess(`
    import { importFile } from '@/lib/import/import-file'
    await importFile(${JSON.stringify(file)}, { isDryRun: false, overwrite: false, userId: null, now: new Date(), isCancelled: () => false,
      onProgress: async ({ posts }) => { if (posts >= 200) { console.log('some'); await new Promise((ok) => setTimeout(ok, 60000)) } } })
  `)
  await child.says('some')
  child.kill('SIGKILL')
  await child.ended
  const half = await db.post.count({ where: { externalId: { startsWith: '7' } } })
  expect(half).toBeGreaterThanOrEqual(200)
  expect(half).toBeLessThan(700)
  expect(await bring(file)).toMatchObject({ posts: 700, skipped: [] })
  expect(await db.post.count({ where: { externalId: { startsWith: '7' } } })).toBe(700)
  expect(await db.revision.count({ where: { post: { externalId: { startsWith: '7' } } } })).toBe(700)
})

test('cancelled, it leaves what the report says', async () => {
  const entries = Array.from({ length: 500 }, (_, i) => oldEntry({ id: String(8000 + i), path: `/2021/01/b${i}.html` }))
  let batches = 0
  const report = await bring(fileOf(oldFeed(...entries)), { onProgress: () => void batches++, isCancelled: () => batches >= 2 })
  expect(report.posts).toBe(200)
  expect(await db.post.count({ where: { externalId: { startsWith: '80' } } }) + (await db.post.count({ where: { externalId: { startsWith: '81' } } }))).toBe(report.posts)
})

test('while one import writes, another is told to wait', async () => {
  const file = fileOf(oldFeed(oldEntry({ id: '9001', path: '/2022/01/a.html' })))
  const second = bring(file, { onProgress: async () => void (await expect(bring(file)).rejects.toMatchObject({ reason: 'import.busy' })) })
  expect(await second).toMatchObject({ posts: 1 })
  expect(readFileSync(file, 'utf8')).toContain('9001')
})

test('an author who was joined with somebody here stays that person in later exports', async () => {
  const feed = (...ids: string[]) => fileOf(oldFeed(...ids.map((id) => oldEntry({ id, path: `/2023/01/o${id}.html` }).replace('<name>Ibu Sri</name>', '<name>Ibu Tuti</name><uri>https://www.blogger.com/profile/555</uri>'))))
  await bring(feed('9101'))
  const here = await makeUser({ name: 'Tuti' })
  await removeUser(await makeViewer('owner'), (await post('9101')).authorId, { postsTo: here.id })
  await bring(feed('9101', '9102'))
  expect([(await post('9101')).authorId, (await post('9102')).authorId]).toEqual([here.id, here.id])
  expect(await db.user.count({ where: { name: 'Ibu Tuti' } })).toBe(0)
})
