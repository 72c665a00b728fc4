import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { db, engine } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { readMigrations } from '@/lib/db/migration-files'
import { transact } from '@/lib/db/transaction'
import { storePicture } from '@/lib/media/commands'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makeMedia, makePost, makeUser, makeViews } from '@/lib/testing/builders'
import { freshPostgres, freshSqlite } from '@/lib/testing/fresh-database'
import { startProcess } from '@/lib/testing/other-process'
import { checkRoom, openArchive } from './archive'
import { mark, rowsEntry, type Manifest } from './format'
import { verifyBackup } from './verify'
import { checksum, writeBackup } from './write'

const folder = mkdtempSync(join(process.env.TEDUH_DATA!, 'backups-'))
const file = join(folder, 'site.zip')
let whole: Manifest

beforeAll(async () => {
  const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#2c4a78' } }).png().toBuffer()
  const media = await storePicture({ bytes, filename: 'laut.png', alt: 'Laut', uploaderId: null })
  const owner = await makeUser({ role: 'owner', pictureId: media.id, passwordHash: 'x' })
  await transact((tx) => tx.media.update({ where: { id: media.id }, data: { uploaderId: owner.id } }))
  const post = await makePost({ published: true, authorId: owner.id, title: 'JEBAKAN\u2028MEDIA “SOSIAL” 🌊', labels: ['Iman', 'iman'], coverId: media.id })
  const first = await makeComment({ postId: post.id, body: 'Baris satu\nBaris dua\r\n\ttab' })
  await makeComment({ postId: post.id, parentId: first.id })
  await makeViews(post.id, 20_000, 7)
  const gone = await makePost()
  await transact(async (tx) => {
    await tx.post.delete({ where: { id: gone.id } })
    await tx.session.create({ data: { id: 's', userId: owner.id, expiresAt: new Date() } })
    await putSetting(tx, 'name', 'Teduh Pagi')
  })
  whole = (await writeBackup(file)).manifest
})

/** An empty place on an engine, and what runs there. */
async function emptyPlace(on = engine) {
  const database = on === 'sqlite' ? freshSqlite() : await freshPostgres()
  const data = join(folder, randomBytes(4).toString('hex'))
  mkdirSync(data)
  const env: Record<string, string> = { ...database.env, TEDUH_DATA: data, SITE_URL: 'http://localhost:3000' }
  return { data, database, env }
}
type Place = Awaited<ReturnType<typeof emptyPlace>>

const run = async (code: string, place: Place) => (await startProcess(code, place.env)).done
const restoring = (from: string, place: Place) =>
  run(`import { restore } from '@/lib/backup/restore'; import { disconnect } from '@/lib/db/client'
    await restore(${JSON.stringify(from)}); await disconnect()`, place)
const backingUp = (to: string, place: Place) =>
  run(`import { writeBackup } from '@/lib/backup/write'; import { disconnect } from '@/lib/db/client'
    await writeBackup(${JSON.stringify(to)}); await disconnect()`, place)
const rowsOf = async (name: string, from: string) => {
  const archive = await openArchive(from)
  const rows = []
  for await (const batch of archive.rows(archive.manifest.tables.find((table) => table.name === name)!)) rows.push(...batch)
  archive.close()
  return rows
}
/** Hashes of all rows and files. */
const content = ({ entries }: Manifest) => entries.map(({ name, sha256 }) => `${name} ${sha256}`).toSorted()
const manifestOf = async (from: string) => {
  const archive = await openArchive(from)
  archive.close()
  return archive.manifest
}

describe('a backup', () => {
  test('is one file for its owner alone, and ends with the checksum of what is before it', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const bytes = readFileSync(file)
    expect(bytes.subarray(-64).toString()).toBe(await checksum(file, bytes.length - 64))
    expect(bytes.subarray(-64 - mark.length, -64).toString()).toBe(mark)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(readdirSync(process.env.TEDUH_DATA!).filter((name) => name.startsWith('.scratch'))).toEqual([])
  })

  test('holds each row and file, the secret, and nobody’s session or salt', async () => {
    const rows = Object.fromEntries(whole.tables.map(({ name, rows }) => [name, rows]))
    expect(rows).toMatchObject({ Post: await db.post.count(), Comment: 2, Label: 2, Media: 1, User: await db.user.count(), ViewCount: 1 })
    for (const left of ['Session', 'DailySalt', 'SeenView', 'OutgoingMail', 'RateLimit', '_prisma_migrations']) expect(rows).not.toHaveProperty(left)
    expect(whole.entries.filter(({ name }) => name.startsWith('uploads/')).length).toBe(2)
    expect([whole.secret, whole.missing]).toEqual(['inside', []])
    expect(whole.entries.map(({ name }) => name)).toContain('secret')
    expect((await rowsOf('Post', file)).map(({ title }) => title)).toContain('JEBAKAN\u2028MEDIA “SOSIAL” 🌊')
  })

  test('proves itself: restored into a scratch place, counts and hashes agree, and what runs is untouched', async () => {
    const before = await db.post.count()
    const proof = await verifyBackup(file)
    expect(proof).toMatchObject({ tables: whole.tables.length, rows: whole.tables.reduce((sum, { rows }) => sum + rows, 0), uploads: 2 })
    expect(await db.post.count()).toBe(before)
    expect(readdirSync(process.env.TEDUH_DATA!).filter((name) => name.startsWith('.scratch'))).toEqual([])
  })

  test('is of one moment, however much is written meanwhile', async () => {
    const end = new AbortController()
    let written = 0
    const busy = (async () => {
      // A post and its comment belong together.
      while (!end.signal.aborted) {
        await makePost({ published: true }).then((post) => makeComment({ postId: post.id, name: post.title }))
        written++
        // SQLite answers at once, so without this nobody else would have a turn.
        await wait(1)
      }
    })()
    await expect.poll(() => written, { timeout: 20_000 }).toBeGreaterThan(2)
    const now = join(folder, 'busy.zip')
    await writeBackup(now)
    end.abort()
    await busy
    const posts = new Set((await rowsOf('Post', now)).map(({ id }) => id))
    const comments = await rowsOf('Comment', now)
    expect(comments.length).toBeGreaterThan(2)
    expect(comments.every(({ postId }) => posts.has(postId!))).toBe(true)
    await verifyBackup(now)
  })

  test('tells of pictures whose files are gone', async () => {
    const lost = await makeMedia()
    const { manifest } = await writeBackup(join(folder, 'lost.zip'))
    expect(manifest.missing).toHaveLength(3)
    await transact((tx) => tx.media.delete({ where: { id: lost.id } }))
  })

  test('lies nowhere that is served, and over nothing but a backup', async () => {
    symlinkSync(join(process.cwd(), 'public'), join(folder, 'link'))
    writeFileSync(join(folder, 'novel.txt'), 'A novel.')
    for (const [place, why] of [
      ['public/site.zip', /served/], [join(folder, 'link/site.zip'), /served/], [join(process.env.TEDUH_DATA!, 'uploads/ab.zip'), /served/],
      [join(folder, 'novel.txt'), /no backup/], [join(folder, 'none/site.zip'), /no folder/], [folder, /no backup/],
    ] as const) {
      await expect(writeBackup(place)).rejects.toThrow(why)
    }
    expect(readFileSync(join(folder, 'novel.txt'), 'utf8')).toBe('A novel.')
    expect(existsSync('public/site.zip')).toBe(false)
  })
})

describe('restoring', { timeout: 120_000 }, () => {
  test('makes an empty place what the site was, and numbers go on', async () => {
    const place = await emptyPlace()
    await restoring(file, place)
    await backingUp(join(folder, 'again.zip'), place)
    const again = await manifestOf(join(folder, 'again.zip'))
    expect(content(again)).toEqual(content(whole))
    expect(again.sequences).toEqual(whole.sequences)
    const [{ id }] = await rows(place, 'SELECT max("id") AS id FROM "Post"') as [{ id: number }]
    const made = await run(`import { transact } from '@/lib/db/transaction'; import { disconnect } from '@/lib/db/client'
      const post = await transact((tx) => tx.post.create({ data: { title: 'Baru', authorId: 1 } }))
      console.log(JSON.stringify(post)); await disconnect()`, place)
    // The number of a post that is gone is not given again.
    expect(JSON.parse(made).id).toBe(id + 2)
  })

  test('asks no second time: a place that holds data is refused and stays as it is', async () => {
    const place = await emptyPlace()
    await restoring(file, place)
    const before = await rows(place, 'SELECT * FROM "Post" ORDER BY "id"')
    await expect(restoring(file, place)).rejects.toThrow(/holds data already/)
    expect(await rows(place, 'SELECT * FROM "Post" ORDER BY "id"')).toEqual(before)
  })

  test('takes a place that was made and never used', async () => {
    const place = await emptyPlace()
    await run(`import { prepareDatabase, offerSample } from '@/lib/server/prepare-data'; import { disconnect } from '@/lib/db/client'
      import { ownerSetupLink } from '@/lib/users/setup'
      await prepareDatabase(); await offerSample(); await ownerSetupLink(); await disconnect()`, { ...place, env: { ...place.env, TEDUH_SAMPLE: 'off' } })
    await restoring(file, place)
    expect((await rows(place, 'SELECT "id" FROM "Comment"')).length).toBe(2)
  })

  test('takes an older version’s backup, and applies to it what came since', async () => {
    const files = readMigrations(engine)
    const old = await emptyPlace()
    await migrate({ open: engine === 'sqlite' ? () => import('@/lib/db/migrate-sqlite').then((m) => m.openSqliteTarget(join(old.data, 'teduh.db'))) : old.database.open, files: files.slice(0, 2) })
    const at = `'2026-01-01 00:00:00'`
    await exec(old, `INSERT INTO "User" ("id", "name", "slug", "updatedAt") VALUES (1, 'Ana', 'ana', ${at});
      INSERT INTO "Post" ("id", "authorId", "title", "updatedAt") VALUES (1, 1, 'Sabar', ${at});
      INSERT INTO "Comment" ("id", "postId", "name", "body") VALUES (1, 1, 'Budi', 'Amin')`)
    const oldFile = join(folder, 'old.zip')
    await backingUp(oldFile, old)
    await verifyBackup(oldFile)
    for (const isMigrated of [false, true]) {
      const place = await emptyPlace()
      if (isMigrated) await run(`import { migrate } from '@/lib/db/migrate'; await migrate()`, place)
      await restoring(oldFile, place)
      expect(await rows(place, 'SELECT "title", "doa" FROM "Post"')).toEqual([{ title: 'Sabar', doa: '' }])
      expect(await rows(place, 'SELECT count(*) AS n FROM _prisma_migrations').then(([row]) => Number(row!.n))).toBe(files.length)
    }
  })

  test.runIf(engine === 'postgresql')('goes from one engine to the other and back without a difference', async () => {
    const [there, back] = [await emptyPlace('sqlite'), await emptyPlace('postgresql')]
    await restoring(file, there)
    await backingUp(join(folder, 'there.zip'), there)
    await restoring(join(folder, 'there.zip'), back)
    await backingUp(join(folder, 'back.zip'), back)
    expect((await manifestOf(join(folder, 'there.zip'))).engine).toBe('sqlite')
    expect(content(await manifestOf(join(folder, 'there.zip')))).toEqual(content(whole))
    expect(content(await manifestOf(join(folder, 'back.zip')))).toEqual(content(whole))
  })

  test('that is killed leaves the place empty, and may be begun again', async () => {
    const place = await emptyPlace()
    const large = join(folder, 'large.zip')
    await transact((tx) => tx.post.createMany({ data: Array.from({ length: 3000 }, (_, i) => ({ authorId: 1, title: `Draf ${i}`, body: 'x'.repeat(2000) })) }))
    await writeBackup(large)
    const other = await startProcess(`import { restore } from '@/lib/backup/restore'
      console.log('begun'); await restore(${JSON.stringify(large)}); console.log('done')`, place.env)
    await other.says('begun')
    await wait(250)
    other.kill()
    await other.ended
    const left = await rows(place, 'SELECT count(*) AS n FROM "Post"').catch(() => [{ n: 0 }])
    const all = await db.post.count()
    expect([0, all]).toContain(Number(left[0]!.n))
    if (Number(left[0]!.n) === 0) await restoring(large, place)
    expect(Number((await rows(place, 'SELECT count(*) AS n FROM "Post"'))[0]!.n)).toBe(all)
  })
})

describe('a file that is no whole backup is refused in one sentence, and the place stays empty', () => {
  const bytes = () => readFileSync(file)
  const altered = (name: string, change: (bytes: Buffer) => Buffer) => {
    const path = join(folder, `${name}.zip`)
    writeFileSync(path, change(bytes()))
    return path
  }

  test.each([
    ['cut off', (all: Buffer) => all.subarray(0, all.length / 2)],
    ['without its last byte', (all: Buffer) => all.subarray(0, -1)],
    ['with one byte changed in the middle', (all: Buffer) => flip(all, Math.floor(all.length / 2))],
    ['with one byte changed at the start', (all: Buffer) => flip(all, 1)],
    ['with one byte changed near the end', (all: Buffer) => flip(all, all.length - 100)],
    ['empty', () => Buffer.alloc(0)],
    ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex')],
  ])('%s', async (name, change) => {
    const path = altered(name.replaceAll(' ', '-'), change)
    await expect(verifyBackup(path)).rejects.toMatchObject({ name: 'BackupError', message: expect.stringMatching(/^[^\n]+\.$/) })
  })

  test('is not there at all', () => expect(verifyBackup(join(folder, 'none.zip'))).rejects.toThrow(/no file/))

  test.each<[string, (manifest: Manifest, files: Map<string, Buffer>) => void, RegExp]>([
    ['leads out of its folder', (_, files) => files.set('../evil', Buffer.from('x')), /list of files/],
    ['lists a way out of its folder', (manifest, files) => { put(manifest, files, 'uploads/../../evil', Buffer.from('x')) }, /list of files/],
    ['holds what it does not list', (_, files) => files.set('uploads/ab/other', Buffer.from('x')), /does not hold what/],
    ['lists what it does not hold', (manifest) => { manifest.entries.push({ name: 'uploads/ab/none', bytes: 1, sha256: '0'.repeat(64) }) }, /does not hold what/],
    ['has a line without an end', (manifest, files) => { put(manifest, files, rowsEntry('Label'), Buffer.alloc(80_000_000, ' ')) }, /has no end/],
    ['has a row of another kind', (manifest, files) => { put(manifest, files, rowsEntry('Label'), Buffer.from('{"id":"one"}\n')) }, /line of Label/],
    ['has a row that points to nothing', (manifest, files) => {
      put(manifest, files, rowsEntry('User'), Buffer.alloc(0))
      manifest.tables.find(({ name }) => name === 'User')!.rows = 0
    }, /damaged/],
    ['has a state that there is not', (manifest, files) => {
      put(manifest, files, rowsEntry('User'), Buffer.from(files.get(rowsEntry('User'))!.toString().replaceAll('"role":"owner"', '"role":"king"')))
    }, /damaged/],
    ['has fewer rows than it says', (manifest) => { manifest.tables.find(({ name }) => name === 'Post')!.rows++ }, /Post has/],
    ['is of a newer version', (manifest) => { manifest.migrations.push('29990101000000_later') }, /newer/],
    ['is of a newer form', (manifest) => { manifest.version = 2 }, /newer version/],
  ])('%s', async (name, change, why) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.zip`)
    await forge(path, change)
    const failure = await verifyBackup(path).then(() => null, (error: Error) => error)
    expect(failure).toMatchObject({ name: 'BackupError', message: expect.stringMatching(why) })
  })

  test('and nothing is in the place then, also when the fault is in the last row', async () => {
    const path = join(folder, 'late.zip')
    await forge(path, (manifest, files) => { put(manifest, files, rowsEntry('ViewCount'), Buffer.from('{}\n')) })
    const place = await emptyPlace()
    await expect(restoring(path, place)).rejects.toThrow(/BackupError.*line of ViewCount/)
    expect(existsSync(join(place.data, 'teduh.db'))).toBe(false)
    expect(existsSync(join(place.data, 'uploads'))).toBe(false)
    expect(await rows(place, 'SELECT count(*) AS n FROM "Post"').then(([row]) => Number(row!.n), () => 0)).toBe(0)
  })
})

test('a backup that needs more room than there is, such as a bomb, is refused before anything is unpacked', () => {
  const manifest = { entries: [{ name: 'uploads/ab/bomb', bytes: 10 ** 15, sha256: '' }] }
  expect(() => checkRoom(manifest)).toThrow(/1000000000000000 bytes/)
  expect(() => checkRoom(whole)).not.toThrow()
})

test('a backup that is killed leaves no file under the name that was asked for', async () => {
  const path = join(folder, 'killed.zip')
  const other = await startProcess(`import { writeBackup } from '@/lib/backup/write'
    console.log('begun'); await writeBackup(${JSON.stringify(path)}); console.log('done')`)
  await other.says('begun')
  await wait(60)
  other.kill()
  await other.ended
  if (existsSync(path)) await verifyBackup(path)
  copyFileSync(file, path)
  await writeBackup(path)
  await verifyBackup(path)
  expect(readdirSync(folder).filter((name) => name.includes('killed.zip'))).toEqual(['killed.zip'])
  expect(readdirSync(process.env.TEDUH_DATA!).filter((name) => name.startsWith('.scratch'))).toEqual([])
})

function flip(all: Buffer, at: number): Buffer {
  const copy = Buffer.from(all)
  copy[at]! ^= 1
  return copy
}

/** The backup with changes, and with sums that agree again: what somebody could make who means it. */
async function forge(path: string, change: (manifest: Manifest, files: Map<string, Buffer>) => void) {
  const archive = await openArchive(file)
  const files = new Map<string, Buffer>()
  for (const note of archive.manifest.entries) {
    const chunks = []
    for await (const chunk of await archive.open(note)) chunks.push(chunk as Buffer)
    files.set(note.name, Buffer.concat(chunks))
  }
  archive.close()
  const manifest = structuredClone(archive.manifest)
  change(manifest, files)
  const zip = new ZipFile()
  // yazl lets no such name in; a hostile zip does not ask it.
  for (const [name, bytes] of files) zip.addBuffer(bytes, name.replaceAll('..', 'xx'))
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), 'manifest.json')
  zip.end({ comment: mark + '0'.repeat(64), forceZip64Format: false })
  const chunks = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  const all = Buffer.from(Buffer.concat(chunks).toString('latin1').replaceAll('xx/xx/evil', '../../evil').replaceAll('xx/evil', '../evil'), 'latin1')
  writeFileSync(path, all)
  all.write(await checksum(path, all.length - 64), all.length - 64, 'latin1')
  writeFileSync(path, all)
}

function put(manifest: Manifest, files: Map<string, Buffer>, name: string, bytes: Buffer) {
  files.set(name, bytes)
  manifest.entries = manifest.entries.filter((entry) => entry.name !== name)
  manifest.entries.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
}

async function exec({ data, database }: Place, sql: string) {
  if (engine === 'postgresql') return database.run(sql)
  const { default: BetterSqlite } = await import('better-sqlite3')
  const opened = new BetterSqlite(join(data, 'teduh.db'))
  opened.exec(sql)
  opened.close()
}

async function rows({ data, database }: Place, sql: string): Promise<Record<string, unknown>[]> {
  if (engine === 'postgresql') return database.rows(sql)
  const { default: BetterSqlite } = await import('better-sqlite3')
  const opened = new BetterSqlite(join(data, 'teduh.db'), { fileMustExist: true })
  try {
    return opened.prepare<[], Record<string, unknown>>(sql).all()
  } finally {
    opened.close()
  }
}
