import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)
const here = import.meta.dirname

/** What asks: `wrk` where it is installed (C, takes little of the processor), else a small client of our own. */
export const client = hasWrk() ? 'wrk' : 'node'

/**
 * Asks for pages as fast as they come, over `connections` kept open.
 *
 * @param {{ url: string, paths: string[], connections: number, seconds: number, encoding?: string }} wish
 * @returns {Promise<{ rps: number, p50: number, p99: number, max: number, bad: number }>} times in ms;
 *   `bad`: answers other than 2xx and 3xx, and broken connections
 */
export async function load({ url, paths, connections, seconds, encoding = 'br' }) {
  mkdirSync('.tmp/bench', { recursive: true })
  const list = `.tmp/bench/paths-${process.pid}.txt`
  writeFileSync(list, paths.join('\n'))
  const ask = client === 'wrk' ? withWrk : withNode
  return ask({ url, list, paths, connections, seconds, encoding }).finally(() => rmSync(list))
}

async function withWrk({ url, list, paths, connections, seconds, encoding }) {
  // A script that makes each request costs wrk some of its speed: with one path it goes without.
  const how = paths.length > 1 ? ['-s', `${here}/wrk-paths.lua`, url, '--', list] : ['-s', `${here}/wrk-report.lua`, url + paths[0]]
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-H', `Accept-Encoding: ${encoding}`, ...how]
  const { stdout } = await run('wrk', args)
  return JSON.parse(stdout.trim().split('\n').at(-1))
}

async function withNode({ url, list, connections, seconds, encoding }) {
  const { stdout } = await run(process.execPath, [`${here}/client.mjs`, url, list, connections, seconds, encoding].map(String))
  return JSON.parse(stdout)
}

function hasWrk() {
  try {
    return execFileSync('sh', ['-c', 'command -v wrk']).length > 0
  } catch {
    return false
  }
}
