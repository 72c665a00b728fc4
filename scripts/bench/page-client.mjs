// Readers of pages at an even pace, in a process of their own: node page-client.mjs <url> <file of paths> <pages a second> <seconds>
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { HttpClient, warmUp } from './http-client.mjs'
import { quantile } from './numbers.mjs'

const [url, list, rate, seconds] = process.argv.slice(2)
const paths = readFileSync(list, 'utf8').split('\n')
const read = (client, n) => client.ask(paths[n % paths.length])
const times = []

await warmUp(read)
const began = performance.now()
const clients = Array.from({ length: 10 }, () => new HttpClient(url))
await Promise.all(clients.map(async (client, i) => {
  for (let n = i; n < Number(rate) * Number(seconds); n += clients.length) {
    const due = began + (n * 1000) / Number(rate)
    if (due > performance.now()) await wait(due - performance.now())
    // From when it was due: a server that is behind is not excused by asking later.
    await read(client, n)
    times.push(performance.now() - due)
  }
  client.close()
}))
console.log(quantile(times, 0.99))
