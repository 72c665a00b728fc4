// Readers in a process of their own: node view-client.mjs <url> <file of post ids> <connections> <seconds> <first reader> <views a second>
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { HttpClient, warmUp } from './http-client.mjs'
import { quantile } from './numbers.mjs'

const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const [url, list, connections, seconds, first, rate] = process.argv.slice(2)
const total = Number(rate) * Number(seconds)
const posts = readFileSync(list, 'utf8').split('\n')
const times = []
let n = Number(first)
let bad = 0

/** Each time another reader: another address behind the one trusted proxy. */
function read(client, i) {
  const headers = `User-Agent: ${phone}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: text/plain\r\nX-Forwarded-For: 10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}\r\n`
  return client.ask('/api/views', { method: 'POST', headers, body: `{"post":${posts[i % posts.length]},"first":true}` })
}

await warmUp(read)
const began = performance.now()
let sent = 0

async function readOn(client) {
  while (sent < total) {
    const due = began + (sent++ * 1000) / Number(rate)
    const i = n++
    if (due > performance.now()) await wait(due - performance.now())
    const { status } = await read(client, i)
    // From when it was due: a server that is behind is not excused by asking later.
    times.push(performance.now() - due)
    if (status !== 204) bad++
  }
  client.close()
}

await Promise.all(Array.from({ length: Number(connections) }, () => readOn(new HttpClient(url)).catch(() => bad++)))
const took = (performance.now() - began) / 1000
console.log(JSON.stringify({ answered: times.length - bad, rate: (times.length - bad) / took, p99: quantile(times, 0.99), bad, next: n }))
