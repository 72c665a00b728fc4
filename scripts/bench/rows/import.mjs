import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endWith } from '../children.mjs'
import { writeExport } from '../export-file.mjs'
import { HttpClient } from '../http-client.mjs'
import { quantile } from '../numbers.mjs'
import { postPaths } from '../pages.mjs'
import { startSite } from '../site.mjs'
import { atMost, line, ratioAtMost } from '../table.mjs'
import { visitAll } from './change.mjs'

const posts = 10_000
/** Readers ask this often, in ms: a blog on a good day. */
const everyMs = 10
const quietSeconds = 15

/** An export comes into a blog that is being read. */
export async function bringIn() {
  const site = await startSite('small')
  try {
    const paths = postPaths(site.folder).slice(0, 100)
    await visitAll(site.url, paths)
    const rows = []
    for (const [name, size] of [['200 MB, posts of 18 KB', 18 * 1024], ['posts of 3 KB', 3 * 1024]]) {
      const file = join(site.folder, `${size}.atom`)
      writeExport(file, posts, size)
      const before = await readAtPace(site.url, paths, wait(quietSeconds))
      const child = importing(site.folder, file)
      const [during, { seconds, peak }] = await Promise.all([readAtPace(site.url, paths, child), child])
      rows.push(
        line(`import, ${name}`, posts / seconds, { unit: '/s', target: '≥ 500 /s', ok: posts / seconds >= 500 }),
        atMost(`import, ${name}, memory`, peak / 2 ** 20, 400, 'MB'),
        ratioAtMost(`import, ${name}, p99 of readers to before`, during, 'ms', during / before, 2),
      )
    }
    return rows
  } finally {
    await site.stop()
  }
}

const wait = (seconds) => new Promise((resolve) => { setTimeout(resolve, seconds * 1000) })

/** The 99th percentile of the time to an answer until `end`, in ms; who asks does not wait for the last answer. */
async function readAtPace(url, paths, end) {
  const reading = { isOver: false }
  void end.finally(() => { reading.isOver = true }).catch(() => {})
  const idle = []
  const times = []
  const asked = []
  const began = performance.now()
  for (let n = 0; !reading.isOver; n++) {
    await wait(Math.max(0, began + n * everyMs - performance.now()) / 1000)
    const client = idle.pop() ?? new HttpClient(url)
    asked.push(client.ask(paths[n % paths.length]).then(({ status, ms }) => {
      if (status !== 200) throw new Error(`a post answers ${status}`)
      times.push(ms)
      return idle.push(client)
    }))
  }
  await Promise.all(asked)
  for (const client of idle) client.close()
  return quantile(times, 0.99)
}

/** The command line, as an operator types it. */
function importing(folder, file) {
  const child = spawn(process.execPath, ['scripts/teduh.mjs', 'import', file, '--json'], { env: { ...process.env, TEDUH_DATA: folder, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'inherit'] })
  endWith(child)
  const began = performance.now()
  let peak = 0
  let said = ''
  child.stdout.on('data', (text) => { said += text })
  const look = setInterval(() => { peak = Math.max(peak, highWater(child.pid)) }, 100)
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(look)
      if (code === 0 && (JSON.parse(said).posts === posts)) resolve({ seconds: (performance.now() - began) / 1000, peak })
      else reject(new Error(`the import ended with ${code}: ${said.slice(0, 300)}`))
    })
  })
}

/** The most memory that a process has had, in bytes; 0 once it has ended. */
function highWater(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
