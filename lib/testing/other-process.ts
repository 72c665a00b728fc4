import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import { Client } from 'pg'
import { wasmFlags } from '@/lib/wasm-flags.mjs'

export type OtherProcess = {
  /** Resolves when it has printed this; fails when it ends without. */
  says: (text: string) => Promise<void>
  kill: (signal?: NodeJS.Signals) => void
  /** All that it printed, once it has ended with code 0; otherwise fails with it. */
  done: Promise<string>
  /** Its exit code, or null when it was killed; not before PostgreSQL, too, has done with it. */
  ended: Promise<number | null>
}

/**
 * Runs TypeScript, given as text, in a process of its own: bundled as the server is, in the environment of this
 * process and `env`. The bundle lies in the data folder, which goes after the tests.
 */
export async function startProcess(code: string, env: Record<string, string> = {}): Promise<OtherProcess> {
  const name = randomBytes(6).toString('hex')
  const outfile = await bundle(code, process.env.TEDUH_DATA ?? env.TEDUH_DATA!)
  const child = spawn(process.execPath, [...wasmFlags, outfile], { env: { ...process.env, PGAPPNAME: name, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text
      waiting.forEach((check) => check())
    })
  }
  const url = env.DATABASE_URL ?? process.env.DATABASE_URL
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve)).then(async (code) => {
    if (code === null && url) await untilLeft(url, name)
    return code
  })
  const done = ended.then((code) => (code === 0 ? printed : Promise.reject(new Error(printed || `ended with ${code}`))))
  done.catch(() => {})
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const check = () => printed.includes(text) && resolve()
      waiting.add(check)
      check()
      void ended.then(() => reject(new Error(`ended before it said "${text}": ${printed}`)))
    })
  return { says, kill: (signal = 'SIGKILL') => void child.kill(signal), done, ended }
}

const bundles = new Map<string, Promise<string>>()

/** TypeScript, given as text, as a file that Node runs, in `folder`. The same code is made ready once. */
export function bundle(code: string, folder = process.env.TEDUH_DATA!): Promise<string> {
  const made = bundles.get(code) ?? makeBundle(code, folder)
  bundles.set(code, made)
  return made
}

async function makeBundle(code: string, folder: string) {
  const outfile = join(folder, `${randomBytes(6).toString('hex')}.mjs`)
  await build({
    stdin: { contents: code, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external',
    alias: { '@': process.cwd() }, outfile, logLevel: 'error',
  })
  return outfile
}

/** What a killed process had sent last, such as a COMMIT, is still carried out; then its connections close. */
async function untilLeft(url: string, application: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  const isThere = async () => (await client.query('SELECT 1 FROM pg_stat_activity WHERE application_name = $1', [application])).rowCount
  while (await isThere()) await wait(20)
  await client.end()
}
