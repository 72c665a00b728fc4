import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

export type Site = {
  url: string
  data: string
  /** Everything that the start has printed so far. */
  printed: () => string
  process: ChildProcess
  /** Ends it like an operator (SIGTERM) or like a power cut (SIGKILL); resolves with the exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

type Options = { port: number; data?: string; env?: Record<string, string> }

/** A data folder inside the clone that the test run removes. */
export function newDataFolder(): string {
  mkdirSync('.tmp/test', { recursive: true })
  return mkdtempSync(join(process.cwd(), '.tmp/test/data-'))
}

/** What the site of all stories was when it was new: sample content, and somebody of each role. */
const fresh = '.tmp/test/fresh'

/** Keeps how a site is now, so that others can begin from it. */
export async function keepAsFresh({ data }: Site) {
  forget(fresh)
  mkdirSync(fresh, { mode: 0o700 })
  const file = new Sqlite(join(data, 'teduh.db'), { readonly: true })
  await file.backup(join(fresh, 'teduh.db'))
  file.close()
  for (const name of ['secret', 'uploads']) cpSync(join(data, name), join(fresh, name), { recursive: true })
}

/** A site of a story's own that begins with sample content and people, without the time that making them takes. */
export function startFreshSite(port: number): Promise<Site> {
  const data = newDataFolder()
  cpSync(fresh, data, { recursive: true })
  return startSite({ port, data })
}

/** Starts the site by the README's command and waits until it answers. */
export async function startSite({ port, data = newDataFolder(), env = {} }: Options): Promise<Site> {
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), SITE_URL: url, TEDUH_DATA: data, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => { text += chunk })
  child.stderr.on('data', (chunk) => { text += chunk })
  const ended = new Promise<number | null>((resolve) => { child.on('exit', resolve) })
  await untilHealthy(url, child, () => text)
  return {
    url, data, process: child, printed: () => text,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

async function untilHealthy(url: string, child: ChildProcess, printed: () => string) {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`The site did not start:\n${printed()}`)
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
  throw new Error(`The site did not answer within a minute:\n${printed()}`)
}

/** Runs the operator's command line against a data folder; gives what it printed. */
export function teduh(data: string, args: string[], input = '', env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'teduh', '--', ...args], {
    env: { ...process.env, TEDUH_DATA: data, DATABASE_URL: '', ...env }, input, encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

export const password = 'kopi pagi di teras'
const names = { owner: 'Ibu Pemilik', author: 'Pak Penulis', contributor: 'Sari Kontributor' }

/** People who sign in as `<role>@contoh.id`. */
export function makePeople(data: string, ...roles: (keyof typeof names)[]) {
  for (const role of roles) {
    const made = teduh(data, ['user', 'create', '--email', `${role}@contoh.id`, '--name', names[role], '--role', role, '--password-stdin'], password)
    if (made.status !== 0) throw new Error(made.stderr)
  }
}

/** Ends a site, and leaves nothing of it. */
export async function removeSite(site: Site) {
  await site.stop()
  forget(site.data)
}

export function forgetFresh() {
  forget(fresh)
}

export function forget(data: string) {
  rmSync(data, { recursive: true, force: true })
}
