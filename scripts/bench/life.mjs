import { setTimeout as wait } from 'node:timers/promises'
import { Admin } from './admin.mjs'
import { HttpClient } from './http-client.mjs'
import { heldComments } from './pages.mjs'

const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const connections = 10

/**
 * A blog that lives: 200 views a second, a comment approved every second, a post published every five.
 * After each acknowledgement the pages that show it are read, on a connection of their own.
 *
 * @param {{ url: string, folder: string }} site started with one trusted proxy, so that readers differ
 * @param {{ id: number, path: string }[]} posts what is read
 * @returns {Promise<{ views: number, published: number, approved: number, failed: number, old: number, seen: number }>}
 */
export async function live(site, posts, seconds) {
  const admin = await new Admin(site.url).signIn()
  const until = performance.now() + seconds * 1000
  const tally = { views: 0, published: 0, approved: 0, failed: 0, old: 0, seen: 0 }
  const held = heldComments(site.folder, posts)
  const reader = new HttpClient(site.url, { encoding: 'identity' })
  const sees = async (path, text) => {
    const { body } = await reader.ask(path)
    tally[body.includes(text) ? 'seen' : 'old']++
  }
  /** Begins every `every` ms, whether the one before has ended or not. */
  const regularly = async (every, run) => {
    const running = []
    for (let next = performance.now(); next < until; next += every) {
      await wait(Math.max(0, next - performance.now()))
      running.push(run().catch((error) => { tally.failed++; tally.why ??= error.message }))
    }
    await Promise.all(running)
  }
  const act = inTurn((run) => run())
  const approve = () => act(async () => {
    const comment = held.pop()
    if (!comment) return
    await admin.approve(comment.id)
    tally.approved++
    await sees(comment.path, `id="c${comment.id}"`)
  })
  const publish = () => act(async () => {
    const title = `SURAT KE ${++tally.published} ${Math.round(performance.now())}`
    await admin.publish(title)
    await sees('/', title)
    await sees(`/${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7).replace('-', '/')}/`, title)
  })
  await Promise.all([regularly(1000, approve), regularly(5000, publish), ...views(site.url, posts, regularly, tally)])
  reader.close()
  return tally
}

/** One after the other, since a connection serves one at a time; a failure fails itself only. */
function inTurn(run) {
  let last = Promise.resolve()
  return (...args) => {
    const mine = last.then(() => run(...args))
    last = mine.catch(() => {})
    return mine
  }
}

/** Each by another reader. */
function views(url, posts, regularly, tally) {
  let n = 0
  return Array.from({ length: connections }, () => {
    const client = new HttpClient(url)
    const send = async () => {
      const address = `10.${(++n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
      const headers = `User-Agent: ${phone}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: text/plain\r\nX-Forwarded-For: ${address}\r\n`
      const { status } = await client.ask('/api/views', { method: 'POST', headers, body: JSON.stringify({ post: posts[n % posts.length].id }) })
      if (status !== 204) throw new Error(`a view answers ${status}`)
      tally.views++
    }
    const view = inTurn(send)
    return regularly(1000 / (200 / connections), view).finally(() => client.close())
  })
}
