import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { db, engine } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makePost } from '@/lib/testing/builders'
import { bundle } from '@/lib/testing/other-process'
import { recordView, writeViews } from './commands'
import { applicationName } from './postgres-ledger'
import { writeViewsApart } from './view-writer'
import { checkWindows } from './windows'

const agent = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
let readers = 0
const read = (post: number) => {
  const address = `10.9.${++readers >> 8}.${readers & 255}`
  return recordView(JSON.stringify({ post }), { address, agent, language: 'id', fetchSite: 'same-origin', origin: '', purpose: '', hasSession: false }, 'http://localhost')
}
const script = async () => pathToFileURL(await bundle(`import '@/lib/views/writing-thread'`))
const counted = async (post: number) => (await db.viewCount.aggregate({ where: { postId: post }, _sum: { views: true } }))._sum.views

afterEach(() => writeViews())

test('a thread of its own counts as this one does, while others write, and ends when it is asked to', async () => {
  const end = writeViewsApart(await script())
  const { id } = await makePost({ published: true })
  const others = Array.from({ length: 20 }, (_, i) => transact((tx) => tx.label.create({ data: { name: `Lain ${i}`, nameKey: `lain ${i}` } })))
  const results = await Promise.all([...Array.from({ length: 300 }, () => read(id)), read(987_654), ...others])
  expect(results.slice(0, 301)).toEqual([...Array.from({ length: 300 }, () => 'counted'), 'unknown-post'])
  expect([await counted(id), await db.label.count({ where: { name: { startsWith: 'Lain' } } })]).toEqual([300, 20])
  expect(await checkWindows()).toEqual([])
  await end()
})

test.runIf(engine === 'postgresql')('a thread whose connection the server has ended opens another', async () => {
  const end = writeViewsApart(await script())
  const { id } = await makePost({ published: true })
  const connections = () => db.$queryRaw<{ pid: number }[]>`SELECT pid FROM pg_stat_activity WHERE application_name = ${applicationName} AND datname = current_database()`
  expect(await read(id)).toBe('counted')
  const [{ pid }] = await connections() as [{ pid: number }]
  await db.$queryRaw`SELECT pg_terminate_backend(${pid})`
  await vi.waitUntil(async () => (await connections()).length === 0)
  await vi.waitUntil(() => read(id).then(() => true, () => false))
  expect((await connections())[0]!.pid).not.toBe(pid)
  expect(await checkWindows()).toEqual([])
  await end()
})

test('a thread that ends by itself is not waited for, and counting goes on here', async () => {
  const broken = join(process.env.TEDUH_DATA!, 'broken-thread.mjs')
  writeFileSync(broken, `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('broken') })`)
  writeViewsApart(pathToFileURL(broken))
  const { id } = await makePost({ published: true })
  await expect(read(id)).rejects.toThrow('broken')
  expect(await read(id)).toBe('counted')
  expect(await counted(id)).toBe(1)
})
