import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { transact } from '@/lib/db/transaction'
import { storePicture } from '@/lib/media/commands'
import { uploadRecording } from '@/lib/media/recordings'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makePage, makePost, makeUser, makeViewer, makeViews } from '@/lib/testing/builders'
import { mp3, wav } from '@/lib/testing/sounds'
import { exportBlog } from './export-blog'
import { again, all, open, read, root } from './testing'

const picture = async (background: string) =>
  storePicture({ bytes: await sharp({ create: { width: 600, height: 600, channels: 3, background } }).png().toBuffer(), filename: `${background}.png`, alt: '', uploaderId: null })

type Line = Record<string, unknown>
type Whole = { settings: Line; people: Line[]; media: Line[]; recordings: Line[]; elsewhere: Line[]; posts: (Line & { comments: Line[] })[] }
const parsed = (folder: string) => JSON.parse(read(folder, 'teduh.json')) as Whole
const named = (rows: Line[], key: string) => rows.map((row) => row[key])

beforeAll(async () => {
  const author = await makeViewer('author', { name: 'Marlina', slug: 'marlina', email: 'marlina@rahasia.id', bio: 'Menulis di pagi hari.' })
  const gone = await makeUser({ name: 'Harun', slug: 'harun', email: null, state: 'removed' })
  const reader = await makeUser({ name: 'Budi Editor', slug: 'budi-editor', email: 'budi@rahasia.id', role: 'editor' })
  const [face, icon, share, unused] = [await picture('#123456'), await picture('#654321'), await picture('#abcdef'), await picture('#fedcba')]
  const [heard, waits] = [await uploadRecording(author, { bytes: wav(7), filename: 'Doa Pagi.wav' }), await uploadRecording(author, { bytes: mp3(), filename: 'menunggu.mp3' })]
  await uploadRecording(author, { bytes: mp3(90), filename: 'tak terpakai.mp3' })
  const old = 'https://bp.blogspot.com/x/s0/laut.jpg'
  const body = `<p>Dengarkan.</p><audio controls preload="none" src="${heard.src}"></audio><p><img src="${old}" alt="laut" width="640" height="480" /></p>`
  const post = await makePost({ published: new Date('2025-03-31T18:30:00.500Z'), title: 'Pagi', body, authorId: author.id })
  const page = await makePage({ title: 'Tentang', slug: 'tentang', authorId: gone.id })
  const draft = await makePost({ kind: 'page', title: 'Halaman rahasia', authorId: author.id })
  const working = { title: 'Pagi yang baru', natsRef: '', natsText: '', bacaan: '', doa: '', pertanyaan: '', lagu: '', body: `<p>Belum untuk pembaca.</p><audio controls preload="none" src="${waits.src}"></audio>`, labels: ['Doa'], slug: '', description: '', commentsOpen: true, coverId: null, coverAlt: '' }
  await transact(async (tx) => {
    await tx.user.update({ where: { id: author.id }, data: { pictureId: face.id } })
    await tx.media.update({ where: { id: face.id }, data: { uploaderId: author.id } })
    await tx.postRecording.createMany({ data: [{ postId: post.id, recordingId: heard.id }, { postId: post.id, recordingId: waits.id }] })
    await tx.revision.create({ data: { postId: post.id, revision: 5, kind: 'saved', content: JSON.stringify(working) } })
    await tx.post.update({ where: { id: post.id }, data: { revision: 5, workingRevision: 5, updatedAt: post.updatedAt } })
    await tx.remotePicture.create({ data: { url: old, state: 'gone', width: 640, height: 480, posts: { create: [{ postId: post.id }] } } })
    await tx.remotePicture.create({ data: { url: `${old}?2`, state: 'fetched', mediaId: unused.id, posts: { create: [{ postId: draft.id }] } } })
    await tx.postAmin.create({ data: { postId: post.id, day: 20_000, count: 4 } })
    await tx.viewSource.create({ data: { postId: post.id, day: 20_200, source: 'whatsapp', views: 7 } })
    await tx.discardedHits.create({ data: { postId: post.id, day: 20_200, reason: 'bot', hits: 2 } })
    await tx.startingViews.create({ data: { postId: post.id, day: 20_190, views: 900 } })
    const menu = [{ type: 'page', postId: page.id, title: 'Tentang kami' }, { type: 'page', postId: draft.id, title: 'Nanti' }, { type: 'archive' }]
    for (const [key, value] of Object.entries({ iconId: icon.id, shareImageId: share.id, menu, spamWords: 'kata-rahasia', prayerReaders: [author.id] })) await putSetting(tx, key, value)
  })
  await makeViews(post.id, 20_200, 11)
  const first = await makeComment({ postId: post.id, name: 'Pembaca', email: 'pembaca@rahasia.id', notify: true, decidedAt: new Date('2025-04-01T00:00:00Z') })
  const later = await makeComment({ postId: post.id, userId: reader.id, name: 'Budi Editor', body: 'Terima kasih kembali.' })
  await transact(async (tx) => {
    await tx.commentAmin.create({ data: { commentId: later.id, day: 20_001, count: 2 } })
    // Answers to what came in later have the smaller number.
    await tx.comment.update({ where: { id: first.id }, data: { parentId: later.id } })
  })
})

describe('what everybody can read', () => {
  test('comes out with its recordings, the blog’s own pictures, people’s pictures and who of them commented; nothing else does', async () => {
    await exportBlog('json', join(root, 'open'), open)
    const text = read('open', 'teduh.json')
    for (const secret of ['rahasia', 'Nanti', 'Belum untuk pembaca', 'menunggu.mp3', 'tak terpakai', '"views"', '"starting"', '"working"', '"notify"', '"state":"removed"', 'fedcba']) expect(text).not.toContain(secret)
    const { people, media, recordings, posts, settings } = parsed('open')
    expect(named(people, 'slug')).toEqual(['marlina', 'harun', 'budi-editor'])
    expect(named(media, 'filename')).toEqual(['#123456.png', '#654321.png', '#abcdef.png'])
    expect([people[0]!.pictureId, settings.iconId, settings.shareImageId]).toEqual(named(media, 'id'))
    expect(recordings[0]).toMatchObject({ filename: 'Doa Pagi.wav', mime: 'audio/wav', duration: 1, file: expect.stringMatching(/^media\/[0-9a-f]{64}\.wav$/) })
    expect(readFileSync(join(root, 'open', recordings[0]!.file as string)).equals(wav(7))).toBe(true)
    const comments = posts.find(({ title }) => title === 'Pagi')!.comments
    expect(comments).toMatchObject([{ name: 'Pembaca', userId: null, parentId: comments[1]!.id }, { name: 'Budi Editor', userId: people[2]!.id, amins: [[20_001, 2]] }])
  })

  test('with e-mail addresses warns that these people can ask for a password', async () => {
    await exportBlog('json', join(root, 'asking'), all)
    await again('asking/teduh.json', 'json', 'asking-second', all, { before: `const { report } = await bringTeduhIn(${JSON.stringify(join(root, 'asking/teduh.json'))}, true)
      if (!/^2 people of the file/.test(report.warnings[0])) throw new Error(JSON.stringify(report))` })
  })

  test('brought into an empty blog and taken out again is equal, also where a person of that blog has one of the ids', { timeout: 120_000 }, async () => {
    await exportBlog('json', join(root, 'open-first'), open)
    const owner = `await transact((tx) => tx.user.createMany({ data: [{ id: ${parsed('open-first').people[0]!.id as number}, name: 'Pemilik', slug: 'pemilik', email: 'pemilik@contoh.id', role: 'owner' }, { name: 'Budi Editor', slug: 'budi-editor' }] }))`
    await again('open-first/teduh.json', 'json', 'open-second', open, { before: owner })
    expect(read('open-second', 'teduh.json')).toBe(read('open-first', 'teduh.json'))
  })
})

test('all of it, brought into an empty blog and taken out again, is equal, and so is each file beside it; the blog goes on from there', { timeout: 120_000 }, async () => {
  await exportBlog('json', join(root, 'first'), all)
  const { posts, media, recordings, elsewhere, people, settings } = parsed('first')
  expect(posts[0]).toMatchObject({
    working: { title: 'Pagi yang baru', labels: ['Doa'] }, amins: [[20_000, 4]], views: [[20_200, 11, 0, 0, 0]], sources: [[20_200, 'whatsapp', 7]], discards: [[20_200, 'bot', 2]],
    starting: { day: 20_190, views: 900 },
  })
  expect(posts[0]!.comments[0]).toMatchObject({ email: 'pembaca@rahasia.id', notify: true, decidedAt: '2025-04-01T00:00:00.000Z' })
  expect(people).toMatchObject([{ email: 'marlina@rahasia.id', state: 'active' }, { email: null, state: 'removed' }, { email: 'budi@rahasia.id' }])
  expect(settings).toMatchObject({ spamWords: 'kata-rahasia', prayerReaders: [people[0]!.id], menu: [{ title: 'Tentang kami' }, { title: 'Nanti' }, {}] })
  expect([media.length, recordings.length, elsewhere.length]).toEqual([4, 3, 2])
  // Numbers go on after those that came, and the rankings know the figures; nobody can sign in with what came.
  const after = `
    import { checkWindows } from '@/lib/views/windows'
    await transact(async (tx) => {
      const { id } = await tx.recording.create({ data: { hash: 'f'.repeat(64), filename: '', mime: 'audio/wav', bytes: 1 } })
      await tx.recording.delete({ where: { id } })
    })
    const reads = await db.postReads.findMany({ where: { total: { gt: 0 } } })
    const hashes = await db.user.count({ where: { OR: [{ passwordHash: { not: null } }, { role: { not: 'author' } }] } })
    if (reads.length !== 1 || (await checkWindows()).length > 0 || hashes > 0) throw new Error(JSON.stringify({ reads, hashes }))`
  await again('first/teduh.json', 'json', 'second', all, { after })
  expect(read('second', 'teduh.json')).toBe(read('first', 'teduh.json'))
  const beside = (folder: string) => readdirSync(join(root, folder, 'media')).map((name) => [name, readFileSync(join(root, folder, 'media', name)).toString('base64')])
  expect(beside('second')).toEqual(beside('first'))
  expect(beside('first').length).toBeGreaterThan(7)
})

test('a picture or a recording that is not what it is said to be stays out, and with it what was only to show it', { timeout: 120_000 }, async () => {
  await exportBlog('json', join(root, 'hostile'), all)
  const { media, recordings, settings, people } = parsed('hostile')
  const files = (id: unknown) => (media.find((row) => row.id === id)!.files as { file: string }[]).map(({ file }) => join(root, 'hostile', file))
  writeFileSync(files(settings.iconId)[0]!, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  for (const file of files(people[0]!.pictureId)) rmSync(file)
  // Sound, but another; and its own bytes, but no sound.
  writeFileSync(join(root, 'hostile', recordings[0]!.file as string), wav(8))
  writeFileSync(join(root, 'hostile', recordings[1]!.file as string), '<!doctype html><script>alert(1)</script>')
  const after = `if ((await db.setting.count({ where: { key: 'iconId' } })) > 0 || (await db.user.count({ where: { pictureId: { not: null } } })) > 0) throw new Error('shown')`
  await again('hostile/teduh.json', 'json', 'hostile-second', all, { after })
  const here = parsed('hostile-second')
  expect([here.media.length, here.recordings.length]).toEqual([2, 1])
  expect(here.settings).toMatchObject({ iconId: null, shareImageId: settings.shareImageId })
  expect(here.posts.length).toBe(3)
})

test('a file that contradicts itself is refused whole, and nothing of it is left', { timeout: 120_000 }, async () => {
  await exportBlog('json', join(root, 'contradicts'), all)
  const text = read('contradicts', 'teduh.json')
  const wrong = {
    'two-of-one-address': text.replace('"path":"/p/tentang.html"', `"path":${JSON.stringify(parsed('contradicts').posts[0]!.path)}`),
    'two-of-one-number': text.replace('{"id":2,"externalId":null,"kind"', '{"id":1,"externalId":null,"kind"'),
    'two-comments-of-one-number': text.replace('"comments":[{"id":1,', '"comments":[{"id":2,'),
    'an-answer-to-nothing': text.replace('"parentId":2', '"parentId":77'),
    'an-author-who-is-not-there': text.replace('"authors":[1]', '"authors":[77]'),
    'two-people-of-one-name': text.replace('"slug":"harun"', '"slug":"marlina"'),
    'a-day-twice': text.replace('"sources":[[', '"sources":[[20200,"whatsapp",1],['),
  }
  for (const [name, content] of Object.entries(wrong)) {
    expect([name, content === text]).toEqual([name, false])
    writeFileSync(join(root, 'contradicts', `${name}.json`), content)
  }
  const before = `
    import { existsSync, readdirSync } from 'node:fs'
    for (const name of ${JSON.stringify(Object.keys(wrong))}) {
      const refused = await bringTeduhIn(${JSON.stringify(join(root, 'contradicts'))} + '/' + name + '.json', false).then(() => null, (error) => error)
      const uploads = process.env.TEDUH_DATA + '/uploads'
      const files = existsSync(uploads) ? readdirSync(uploads, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0
      const left = (await db.post.count()) + (await db.user.count()) + (await db.media.count()) + (await db.setting.count()) + files
      if (refused?.reason !== 'import.json' || left > 0) throw new Error(name + ': ' + (refused?.stack ?? 'came in') + ' ' + left)
    }`
  await again('contradicts/teduh.json', 'json', 'contradicts-second', all, { before })
  expect(read('contradicts-second', 'teduh.json')).toBe(text)
})

test('a file of an earlier version, without what came since, still comes in', { timeout: 120_000 }, async () => {
  await exportBlog('json', join(root, 'old'), all)
  const since = new Set(['pictureId', 'state', 'uploaderId', 'amins', 'views', 'sources', 'discards', 'starting', 'working', 'notify', 'decidedAt', 'imported', 'importHash', 'imports'])
  const old = JSON.stringify({ ...parsed('old') }, (key, value: unknown) => (since.has(key) ? undefined : value))
  const { settings, people, media, posts, ...head } = JSON.parse(old) as Whole & { redirects: Line[]; recordings?: Line[]; elsewhere?: Line[] }
  const list = (rows: unknown[]) => `[${rows.length ? `\n${rows.map((row) => JSON.stringify(row)).join(',\n')}` : ''}]`
  writeFileSync(join(root, 'old', 'earlier.json'), `{"format":"teduh-json","version":1,"url":"https://contoh.id",\n"settings":${JSON.stringify(settings)},\n"people":${list(people)},\n"media":${list(media)},\n"redirects":${list(head.redirects)},\n"posts":${list(posts)}}\n`)
  await again('old/earlier.json', 'json', 'old-second')
  expect(named(parsed('old-second').posts, 'title')).toEqual(named(posts, 'title'))
  expect(parsed('old-second').settings).toMatchObject({ iconId: settings.iconId })
})

test('posts by the hundred come in, and what leads from one to another late in the file', { timeout: 120_000 }, async () => {
  await exportBlog('json', join(root, 'many'), all)
  const [head, last] = read('many', 'teduh.json').split('\n"posts":[')
  const post = JSON.parse(last!.split('\n')[1]!.replace(/,$/, '')) as Whole['posts'][number]
  const posts = Array.from({ length: 230 }, (_, i) => ({
    ...post, id: 1000 + i, externalId: `m${i}`, path: `/2020/01/m${i}.html`, working: null, starting: null, comments: post.comments.map((comment) => ({ ...comment, id: 10_000 - i * 2 - Number(comment.id), parentId: null })),
  }))
  const other = head!.replace(/"elsewhere":\[[\s\S]*\],$/, () => `"elsewhere":[\n${JSON.stringify({ url: 'https://bp.blogspot.com/x/s0/y.jpg', state: 'waiting', width: null, height: null, mediaId: null, posts: [1000, 1229] })}],`)
  writeFileSync(join(root, 'many', 'many.json'), `${other}\n"posts":[\n${posts.map((one) => JSON.stringify(one)).join(',\n')}]}\n`)
  const after = `
    const found = [await db.post.count(), await db.comment.count(), await db.postRemotePicture.count(), await db.revision.count(), (await db.postReads.findMany({ where: { total: 11 } })).length]
    if (found.join() !== '230,460,2,230,230') throw new Error(found.join())`
  await again('many/many.json', 'json', 'many-second', all, { after })
  expect(parsed('many-second').posts.map(({ path }) => path)).toEqual(posts.map(({ path }) => path))
})
