import { spawn } from 'node:child_process'
import { closeSync, constants, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '../free-port.mjs'
import { endWith } from './children.mjs'
import { cpuOf, rssOf } from './proc.mjs'
import { seedFolder } from './seed.mjs'

/**
 * Starts the production build as `npm start` does, on a copy of a seeded data folder, with its log on and
 * written to a file.
 *
 * @param {'big' | 'small' | 'sample'} data
 */
export async function startSite(data, { env = {}, nodeOptions = [] } = {}) {
  const folder = dataFolder(data)
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const logFile = join(folder, 'server.log')
  const out = openSync(logFile, 'w')
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, 'scripts/start.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', SITE_URL: url, TEDUH_DATA: folder, DATABASE_URL: '', ...env },
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  const forget = endWith(child)
  const readLog = () => readFileSync(logFile, 'utf8')
  await untilAnswers(url, child, readLog)
  const startSeconds = (performance.now() - began) / 1000
  return {
    url, port, folder, pid: child.pid, startSeconds, readLog,
    rss: () => rssOf(child.pid),
    cpu: () => cpuOf(child.pid),
    async stop() {
      const ended = new Promise((resolve) => { child.once('exit', resolve) })
      child.kill('SIGTERM')
      await ended
      forget()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function dataFolder(data) {
  mkdirSync('.tmp/bench', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.tmp/bench/run-'))
  // A first start with an empty folder brings the sample content.
  if (data !== 'sample') cpSync(seedFolder(data).folder, folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return folder
}

/** Until the first page is answered, not just the port opened. */
async function untilAnswers(url, child, readLog) {
  for (let tries = 0; tries < 3000; tries++) {
    if (child.exitCode !== null) throw new Error(`The site did not start:\n${readLog()}`)
    const answer = await fetch(`${url}/`).catch(() => null)
    if (answer?.ok) return void (await answer.arrayBuffer())
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
  throw new Error(`The site did not answer within a minute:\n${readLog()}`)
}
