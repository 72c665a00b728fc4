import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

/** What the operator can set. The only file that reads `process.env`. */

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    })
    .transform(Number)

const siteUrl = z
  .string()
  .refine((text) => isOrigin(text), {
    error: 'must be an address such as https://renungan.example, with http or https and without a path',
  })
  .transform((text) => new URL(text).origin)

function isOrigin(text: string) {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return bare && (url.protocol === 'https:' || url.protocol === 'http:')
}

const databaseUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:\/\//.test(text), {
    error: 'must begin with postgresql:// (leave it out for SQLite in the data folder)',
    abort: true,
  })
  .refine((text) => URL.canParse(text), {
    error: 'is not an address; a password in it must be written as in addresses, with %23 for #, %2F for / and so on',
  })

const startsWith = (example: string, pattern: RegExp) =>
  z.string().regex(pattern, { error: `must begin with ${example}` })

const schema = z.object({
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: z.string().regex(/^[\w.:%-]+$/, { error: 'must be an address or a host name' }).default('127.0.0.1'),
  SITE_URL: siteUrl.optional(),
  TEDUH_DATA: z.string().default('./data').transform((path) => resolve(path)),
  DATABASE_URL: databaseUrl.optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10).default(0),
  TEDUH_SAMPLE: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  TEDUH_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  SMTP_URL: startsWith('smtp:// or smtps://', /^smtps?:\/\/./).optional(),
  SMTP_FROM: z.string().includes('@', { error: 'must hold a mail address' }).optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
    .default('info'),
  NODE_ENV: z.string().default('production'),
})

export type Env = Omit<z.output<typeof schema>, 'SITE_URL'> & {
  /** Scheme, host and port, without a trailing slash. */
  SITE_URL: string
  /** False while links, feeds and sign-in still name localhost. */
  hasSiteUrl: boolean
}

/** A setting that cannot be used; the message is one sentence that names it. */
export class EnvError extends Error {
  // Where the class itself is in another bundle (scripts/teduh.mjs) it is known by this.
  override name = 'EnvError'
}

/** Reads settings from a table of texts; empty texts count as unset. Throws EnvError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = schema.safeParse(given)
  if (result.success) {
    const { SITE_URL, ...rest } = result.data
    return { ...rest, SITE_URL: SITE_URL ?? `http://localhost:${rest.PORT}`, hasSiteUrl: SITE_URL !== undefined }
  }
  const issue = result.error.issues[0]!
  const name = String(issue.path[0])
  // Addresses of databases and mail servers hold passwords.
  const shown = /SECRET|DATABASE|SMTP/.test(name) ? '' : `, not "${given[name]}"`
  throw new EnvError(`${name} ${issue.message}${shown}.`)
}

let parsed: Env | undefined

/** The settings of this process, from the environment or else from `.env`. Throws EnvError. */
export function loadEnv(): Env {
  if (parsed) return parsed
  // Tests say everything themselves: a developer's `.env` must not change what they do.
  if (!process.env.VITEST && existsSync('.env')) process.loadEnvFile('.env')
  return (parsed = parseEnv(process.env))
}

/** Read at the first use, so that importing a module never fails because of a setting. */
export const env: Env = new Proxy({} as Env, { get: (_, name) => Reflect.get(loadEnv(), name) })
