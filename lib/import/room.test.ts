import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { cancelRun, forgetRun, lookAtFile, startRun, writeDownRun } from './commands'
import { performRun } from './perform-run'
import { lockImports } from './lock'
import { fileOfRun, importFolder } from './place-of-file'
import { findRun, listRuns } from './queries'
import { receiveFile } from './receive'
import { Tally } from './report'
import { oldEntry, oldFeed } from './testing'

const feed = (...ids: string[]) => Buffer.from(oldFeed(...ids.map((id) => oldEntry({ id, path: `/2019/01/r${id}.html` }))))
const upload = async (bytes: Buffer) => receiveFile(Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]))
const look = async (viewer: Viewer, bytes: Buffer) => lookAtFile(viewer, { ...(await upload(bytes)), filename: 'blog.xml' })

const change = (id: number, data: { state?: 'running'; endedAt?: Date }) => transact((tx) => tx.importRun.update({ where: { id }, data }))
const didTo = (id: number) => db.activity.findMany({ where: { subject: `import:${id}` }, select: { action: true, userId: true, title: true } })

test('is the owner’s alone', async () => {
  for (const viewer of [null, await makeViewer('editor'), await makeViewer('author'), await makeViewer('contributor')]) {
    const file = await upload(feed('1'))
    await expect(lookAtFile(viewer, { ...file, filename: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    expect(existsSync(file.path)).toBe(false)
    for (const attempt of [() => startRun(viewer, 1, false), () => cancelRun(viewer, 1), () => forgetRun(viewer, 1), () => listRuns(viewer), () => findRun(viewer, 1)]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
    }
  }
  expect(await db.importRun.count()).toBe(0)
})

test('looks first, brings in when told, and forgets the file', async () => {
  const owner = await makeViewer('owner')
  const { id } = await look(owner, feed('11', '12'))
  await performRun(id)
  expect(await findRun(owner, id)).toMatchObject({ state: 'done', isDryRun: true, form: 'blogger-xml', report: { posts: 2 }, changes: { added: 2, unchanged: 0 } })
  expect(await db.post.count()).toBe(0)
  await startRun(owner, id, false)
  await expect(startRun(owner, id, false)).rejects.toMatchObject({ reason: 'import.busy' })
  await performRun(id)
  expect(await findRun(owner, id)).toMatchObject({ state: 'done', isDryRun: false, report: { posts: 2 }, changes: { added: 2 } })
  expect(await db.post.count()).toBe(2)
  expect(existsSync(fileOfRun(id))).toBe(false)
  expect(await didTo(id)).toEqual([{ action: 'site.import', userId: owner.id, title: 'blog.xml' }])
})

test('what is no export is refused while it is sent, and nothing of it is kept', async () => {
  async function* nothing() {
    for (let i = 0; i < 200; i++) yield Buffer.alloc(1024 * 1024)
  }
  await expect(receiveFile(nothing())).rejects.toMatchObject({ reason: 'import.unknown' })
  await expect(receiveFile(Readable.from([]))).rejects.toMatchObject({ reason: 'import.empty' })
  await expect(upload(Buffer.from('<html>'))).rejects.toMatchObject({ reason: 'import.unknown' })
  await expect(upload(Buffer.from('{"format":"teduh-json","version":1,"url":"https://contoh.id",'))).rejects.toMatchObject({ reason: 'import.teduh' })
  await expect(receiveFile(Readable.from([feed('1'), feed('2')]), 1000)).rejects.toMatchObject({ reason: 'import.large' })
  // Of a server that was killed while something was sent.
  writeFileSync(join(importFolder(), 'sending-999999999-abc'), 'x')
  await expect(upload(Buffer.from('<html>'))).rejects.toMatchObject({ reason: 'import.unknown' })
  expect(readdirSync(importFolder()).filter((name) => name.startsWith('sending-'))).toEqual([])
})

test('what was stopped begins again only where its file is, and once it has stopped', async () => {
  const owner = await makeViewer('owner')
  const { id } = await look(owner, feed('41'))
  await performRun(id)
  expect(await findRun(owner, id)).toMatchObject({ canStart: true })
  await startRun(owner, id, false)
  await change(id, { state: 'running' })
  await cancelRun(owner, id)
  expect(await findRun(owner, id)).toMatchObject({ state: 'cancelled', canStart: false })
  await expect(startRun(owner, id, false)).rejects.toMatchObject({ reason: 'import.busy' })
  await change(id, { endedAt: new Date() })
  expect(await findRun(owner, id)).toMatchObject({ canStart: true })
  // The operator's file lies elsewhere.
  await writeDownRun({ filename: 'lama.xml', form: 'blogger-xml', sizeKiB: 1, isCancelled: true, overwrite: false, tally: new Tally() })
  const { id: other } = await db.importRun.findFirstOrThrow({ where: { filename: 'lama.xml' }, select: { id: true } })
  expect(await findRun(owner, other)).toMatchObject({ state: 'cancelled', canStart: false })
  await expect(startRun(owner, other, false)).rejects.toMatchObject({ reason: 'import.missing' })
  expect(await findRun(owner, other)).toMatchObject({ state: 'cancelled', error: null })
})

test('a damaged file says why, in the report of its run', async () => {
  const owner = await makeViewer('owner')
  const { id } = await look(owner, feed('21').subarray(0, -20))
  await performRun(id)
  expect(await findRun(owner, id)).toMatchObject({ state: 'failed', error: 'import.truncated', canStart: false })
  expect(existsSync(fileOfRun(id))).toBe(false)
})

test('one that met another waits for its turn and its file with it', async () => {
  const owner = await makeViewer('owner')
  const { id } = await look(owner, feed('25'))
  await performRun(id)
  await startRun(owner, id, false)
  const unlock = lockImports()
  await performRun(id)
  unlock()
  expect(await findRun(owner, id)).toMatchObject({ state: 'failed', error: 'import.busy', canStart: true })
  await startRun(owner, id, false)
  await performRun(id)
  expect(await findRun(owner, id)).toMatchObject({ state: 'done', report: { posts: 1 } })
})

test('cancelled before it began, it never does; stopped with the server, another goes on', async () => {
  const owner = await makeViewer('owner')
  const { id } = await look(owner, feed('31'))
  await cancelRun(owner, id)
  await performRun(id)
  expect(await findRun(owner, id)).toMatchObject({ state: 'cancelled', report: null })
  expect(await didTo(id)).toEqual([])
  await startRun(owner, id, false)
  await cancelRun(owner, id)
  expect(await didTo(id)).toEqual([{ action: 'site.import-cancel', userId: owner.id, title: 'blog.xml' }])
  await startRun(owner, id, false)
  await performRun(id, () => true)
  expect(await findRun(owner, id)).toMatchObject({ state: 'waiting', endedAt: null })
  await performRun(id)
  expect(await findRun(owner, id)).toMatchObject({ state: 'done', report: { posts: 1 } })
  writeFileSync(fileOfRun(id), 'x')
  await forgetRun(owner, id)
  expect(existsSync(fileOfRun(id))).toBe(false)
})
