// Stands in for wrk where it is missing: node client.mjs <url> <file of paths> <connections> <seconds> <encoding>
import { readFileSync } from 'node:fs'
import { HttpClient } from './http-client.mjs'
import { quantile } from './numbers.mjs'

const [url, list, connections, seconds, encoding] = process.argv.slice(2)
const paths = readFileSync(list, 'utf8').split('\n')
const times = []
let at = 0
let bad = 0
const began = performance.now()
const until = began + Number(seconds) * 1000

async function askOn(client) {
  while (performance.now() < until) {
    const { status, ms } = await client.ask(paths[at++ % paths.length])
    times.push(ms)
    if (status >= 400) bad++
  }
  client.close()
}

await Promise.all(Array.from({ length: Number(connections) }, () => askOn(new HttpClient(url, { encoding })).catch(() => bad++)))
const took = (performance.now() - began) / 1000
console.log(JSON.stringify({ rps: times.length / took, p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: quantile(times, 1), bad }))
