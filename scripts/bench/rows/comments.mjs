import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import pg from 'pg'
import { startPostgres } from '../../embedded-postgres.mjs'
import { HttpClient } from '../http-client.mjs'
import { quantile } from '../numbers.mjs'
import { startSite } from '../site.mjs'
import { line } from '../table.mjs'

const rate = 100
/** A third of the minute, so that the whole bench stays within its time; `TEDUH_BENCH_SECONDS=60` is the minute. */
const seconds = Number(process.env.TEDUH_BENCH_SECONDS ?? 20)
const connections = 40

/** Comments arriving as they would from a robot that minds the form: none is lost, and none is shown before somebody has read it. */
export async function comments() {
  return [...(await onSqlite()), ...(await onPostgres())]
}

async function onSqlite() {
  const site = await startSite('sample', { env: { TRUSTED_PROXY_HOPS: '1' } })
  const file = new Database(join(site.folder, 'teduh.db'), { readonly: true })
  try {
    const ask = async (sql) => file.prepare(sql).all()
    return await measure(site, ask, 'SQLite')
  } finally {
    file.close()
    await site.stop()
  }
}

async function onPostgres() {
  const postgres = await startPostgres({ durable: true })
  const site = await startSite('sample', { env: { DATABASE_URL: postgres.url('postgres'), TRUSTED_PROXY_HOPS: '1' } })
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  try {
    return await measure(site, async (sql) => (await client.query(sql)).rows, 'PostgreSQL')
  } finally {
    await client.end()
    await site.stop()
    await postgres.stop()
  }
}

async function measure(site, ask, engine) {
  const lines = []
  const posts = (await ask(`SELECT "id" FROM "Post" WHERE "status" = 'published' AND "kind" = 'post'`)).map(({ id }) => id)
  for (const [where, ids] of [['many posts', posts], ['one post', posts.slice(0, 1)]]) {
    const mark = `beban-${engine}-${ids.length}`
    const { accepted, statuses, times } = await send(site.url, ids, mark)
    const rows = await ask(`SELECT "status", count(*) AS n FROM "Comment" WHERE "body" LIKE '%${mark} %' GROUP BY "status"`)
    const count = (status) => Number(rows.find((row) => row.status === status)?.n ?? 0)
    const stored = rows.reduce((sum, { n }) => sum + Number(n), 0)
    const at = `comments, ${rate} a second for ${seconds} s, ${engine}, ${where}`
    lines.push(
      line(`${at}, accepted`, accepted, { note: Object.entries(statuses).map(([status, n]) => `${n} × ${status}`).join(', '), target: `${rate * seconds}`, ok: accepted === rate * seconds }),
      line(`${at}, stored less accepted`, stored - accepted, { target: '0', ok: stored === accepted }),
      line(`${at}, shown unmoderated`, count('visible'), { target: '0', ok: count('visible') === 0 }),
      line(`${at}, p99 of the answer`, quantile(times, 0.99), { unit: 'ms' }),
    )
  }
  return lines
}

let sender = 0

async function send(url, posts, mark) {
  const total = rate * seconds
  const [statuses, times] = [{}, []]
  let [sent, accepted] = [0, 0]
  const began = performance.now()
  const sendOn = async () => {
    const client = new HttpClient(url)
    while (sent < total) {
      const n = sent++
      const due = began + (n * 1000) / rate
      if (due > performance.now()) await wait(due - performance.now())
      const who = sender++
      const headers = `Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Forwarded-For: 10.${(who >> 16) & 255}.${(who >> 8) & 255}.${who & 255}\r\n`
      const body = new URLSearchParams({ postId: String(posts[n % posts.length]), name: `Pembaca ${n}`, body: `Terima kasih, renungan ini menguatkan. ${mark} ${n}` }).toString()
      const { status } = await client.ask('/api/comments', { method: 'POST', headers, body })
      statuses[status] = (statuses[status] ?? 0) + 1
      times.push(performance.now() - due)
      if (status === '303' || status === 303) accepted++
    }
    client.close()
  }
  await Promise.all(Array.from({ length: connections }, sendOn))
  return { accepted, statuses, times }
}
