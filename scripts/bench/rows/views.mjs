import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import pg from 'pg'
import { startPostgres } from '../../embedded-postgres.mjs'
import { HttpClient } from '../http-client.mjs'
import { median } from '../numbers.mjs'
import { copyOf, startBareNode } from '../rivals.mjs'
import { startSite } from '../site.mjs'
import { line, ratioAtMost } from '../table.mjs'

const run = promisify(execFile)
const seconds = 10
const pagesPerSecond = 1000
/** Enough that what arrives together is written together, as when thousands come from one link. */
const connections = 256

/** Views counted, each another reader's, while pages are read; on both engines, over many posts and on one. */
export async function views() {
  const lines = []
  const site = await startSite('big', { env: { TRUSTED_PROXY_HOPS: '1' } })
  const file = new Database(join(site.folder, 'teduh.db'), { readonly: true })
  try {
    const sum = async () => file.prepare('SELECT sum("views") FROM "ViewCount"').pluck().get()
    const posts = file.prepare(`SELECT "id", "path" FROM "Post" WHERE "status" = 'published' AND "kind" = 'post' ORDER BY "id" DESC LIMIT 1000`).all()
    lines.push(...(await measure(site, posts, sum, { engine: 'SQLite', target: 5000 })))
    lines.push(await ofBareNode(site, posts, 5000))
    lines.push(...(await refresh(site)))
  } finally {
    file.close()
    await site.stop()
  }
  lines.push(...(await onPostgres()))
  return lines
}

async function onPostgres() {
  const postgres = await startPostgres({ durable: true })
  const site = await startSite('sample', { env: { DATABASE_URL: postgres.url('postgres'), TRUSTED_PROXY_HOPS: '1' } })
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  try {
    // A thousand posts of the shape of one that the sample brought.
    await client.query(`INSERT INTO "Post" ("kind", "status", "authorId", "slug", "title", "path", "pathKey", "publishedAt", "publishedDay", "updatedAt")
      SELECT 'post', 'published', (SELECT min("id") FROM "User"), 'uji-' || n, 'UJI ' || n, '/2020/01/uji-' || n || '.html', '/2020/01/uji-' || n || '.html', now() - n * interval '1 hour', 18262, now() FROM generate_series(1, 1000) n`)
    const sum = async () => Number((await client.query('SELECT sum("views") AS n FROM "ViewCount"')).rows[0].n)
    const posts = (await client.query(`SELECT "id", "path" FROM "Post" WHERE "slug" LIKE 'uji-%'`)).rows
    return await measure(site, posts, sum, { engine: 'PostgreSQL', target: 3000 })
  } finally {
    await client.end()
    await site.stop()
    await postgres.stop()
  }
}

let reader = 0

async function measure(site, posts, sum, { engine, target }) {
  const paths = pathsOf(posts)
  const pages = new HttpClient(site.url)
  for (const path of paths) await pages.ask(path)
  pages.close()
  const usual = await usualOf(site.url, paths)
  const lines = []
  for (const [where, ids] of [['1,000 posts', posts], ['one post', posts.slice(0, 1)]]) {
    const before = await sum()
    const [counted, meanwhile] = await both(site.url, ids, paths, target)
    const stored = (await sum()) - before
    const at = `views, ${engine}, ${where}`
    lines.push(
      line(`${at}, counted`, counted.rate, { unit: '/s', target: `≥ ${target.toLocaleString('en')} /s`, ok: counted.rate >= target && counted.bad === 0 }),
      line(`${at}, p99 of the answer`, counted.p99, { unit: 'ms', target: '< 250 ms', ok: counted.p99 < 250 }),
      line(`${at}, stored less acknowledged`, stored - counted.answered, { target: '0', ok: stored === counted.answered }),
      ratioAtMost(`${at}, p99 of ${pagesPerSecond.toLocaleString('en')} pages a second meanwhile`, meanwhile, 'ms', meanwhile / usual, 2),
    )
  }
  return lines
}

/** What the same readers get of a handler that counts nothing: how much of it is the machine's. */
async function ofBareNode(site, posts, rate) {
  const paths = pathsOf(posts)
  const server = await startBareNode(await copyOf(site.url, paths[0]))
  try {
    const usual = await readPages(server.url, paths, 5)
    const [, meanwhile] = await both(server.url, posts, paths, rate)
    return line('views, bare Node that counts none, p99 of 1,000 pages a second meanwhile', meanwhile, { unit: 'ms', ratio: meanwhile / usual })
  } finally {
    await server.stop()
  }
}

const pathsOf = (posts) => posts.slice(0, 100).map(({ path }) => path)

/** The p99 of pages when nothing else is asked for. */
async function usualOf(url, paths) {
  // A server that has just started is slower than it usually is.
  await readPages(url, paths, 5)
  return median([await readPages(url, paths, 5), await readPages(url, paths, 5), await readPages(url, paths, 5)])
}

/** Views and pages together. A tenth more than the target arrives, evenly, as readers do. */
function both(url, posts, paths, target) {
  return Promise.all([sendViews(url, posts.map(({ id }) => id), target * 1.1), readPages(url, paths, seconds)])
}

/** The p99 of pages asked for at an even pace, by a process that does nothing else. */
async function readPages(url, paths, seconds) {
  return Number(await runClient('page-client', paths, (list) => [url, list, pagesPerSecond, seconds]))
}

async function sendViews(url, ids, rate) {
  const figures = JSON.parse(await runClient('view-client', ids, (list) => [url, list, connections, seconds, reader, rate]))
  reader = figures.next
  return figures
}

async function runClient(name, lines, args) {
  const list = `.tmp/bench/${name}-${process.pid}.txt`
  writeFileSync(list, lines.join('\n'))
  const { stdout } = await run(process.execPath, [`${import.meta.dirname}/../${name}.mjs`, ...args(list).map(String)])
  rmSync(list)
  return stdout
}

/** What a minute's refresh of the popular list asks, for each window. */
async function refresh(site) {
  const db = new Database(join(site.folder, 'teduh.db'), { readonly: true })
  const times = ['week', 'month', 'year', 'total'].map((window) => {
    const ask = db.prepare(`SELECT p."id" FROM "PostReads" r JOIN "Post" p ON p."id" = r."postId" WHERE r."${window}" > 0 AND p."status" = 'published' AND p."kind" = 'post' ORDER BY r."${window}" DESC, p."publishedAt" DESC, p."id" DESC LIMIT 40`)
    const began = performance.now()
    ask.all()
    return performance.now() - began
  })
  db.close()
  return [line('popular list, refreshed, slowest window, first time', Math.max(...times), { unit: 'ms', target: '< 30 ms', ok: Math.max(...times) < 30 })]
}
