import { setTimeout as wait } from 'node:timers/promises'
import { HttpClient } from './http-client.mjs'

const connections = 40

/**
 * Asks at a fixed rate, as far as the answers allow.
 *
 * @param {() => string} path the next path to ask for
 */
export async function flood(url, rate, seconds, path) {
  const statuses = {}
  let [answers, retryAfter] = [0, 0]
  const began = performance.now()
  const every = (1000 * connections) / rate
  const askOn = async (offset) => {
    const client = new HttpClient(url)
    for (let next = began + offset; next < began + seconds * 1000; next += every) {
      const early = next - performance.now()
      if (early > 0) await wait(early)
      const { status, head } = await client.ask(path())
      answers++
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status === 503 && /^retry-after: \d/im.test(head)) retryAfter++
    }
    client.close()
  }
  await Promise.all(Array.from({ length: connections }, (_, i) => askOn((i * every) / connections)))
  return { answers, statuses, retryAfter, rate: Math.round(answers / ((performance.now() - began) / 1000)) }
}
