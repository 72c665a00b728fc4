import { hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { db, engine } from './db/client'
import { transact } from './db/transaction'
import { env } from './env'
import { processWide } from './process-wide'

export type Purpose = 'session' | 'link' | 'reader-hash' | 'address-hash' | 'totp' | 'recovery' | 'passkey' | 'proof'

const held = processWide<{ root?: Promise<string> }>('secret', () => ({}))

/** 32 bytes for one purpose, derived (HKDF-SHA256) so that none of them opens what another closed. */
export async function secretFor(purpose: Purpose): Promise<Buffer> {
  const root = await (held.root ??= findRoot())
  return Buffer.from(hkdfSync('sha256', root, 'teduh', purpose, 32))
}

/** What a backup has to hold; null: it comes from the environment, which is the operator's. */
export async function rootToKeep(): Promise<string | null> {
  return env.TEDUH_SECRET ? null : findRoot()
}

/** From the environment, or made on the first start and kept where the data are. */
async function findRoot(): Promise<string> {
  if (env.TEDUH_SECRET) return env.TEDUH_SECRET
  return engine === 'sqlite' ? rootFromFile() : rootFromDatabase()
}

function rootFromFile(): string {
  const file = join(env.TEDUH_DATA, 'secret')
  mkdirSync(env.TEDUH_DATA, { recursive: true, mode: 0o700 })
  return read(file) ?? make(file)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Written whole under another name and then linked: of two processes one makes it, and both read that. */
function make(file: string): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = openSync(/*turbopackIgnore: true*/ draft, 'wx', 0o600)
  writeSync(handle, `${randomBytes(32).toString('base64url')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}

/** Instances share nothing but the database. */
async function rootFromDatabase(): Promise<string> {
  const name = 'root'
  const known = await db.secret.findUnique({ where: { name } })
  if (known) return known.value
  return transact(async (tx) => {
    await tx.$executeRaw`INSERT INTO "Secret" ("name", "value") VALUES (${name}, ${randomBytes(32).toString('base64url')}) ON CONFLICT DO NOTHING`
    return (await tx.secret.findUniqueOrThrow({ where: { name } })).value
  })
}
