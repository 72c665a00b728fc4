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

/** Uploads in an S3-compatible store: all of these or none. */
const s3 = {
  S3_ENDPOINT: z.string().refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), { error: 'must be an address such as https://s3.example' }).transform((text) => text.replace(/\/+$/, '')).optional(),
  S3_BUCKET: z.string().regex(/^[a-z0-9][\w.-]{1,62}$/, { error: 'must be the name of a bucket' }).optional(),
  S3_REGION: z.string().regex(/^[\w-]+$/, { error: 'must be a region such as us-east-1' }).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
}
const s3Names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

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
  ...s3,
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
    .default('info'),
  NODE_ENV: z.string().default('production'),
}).superRefine((given, context) => {
  const missing = s3Names.filter((name) => given[name] === undefined)
  if (missing.length === 0 || missing.length === s3Names.length) return
  const others = s3Names.filter((name) => given[name] !== undefined)
  context.addIssue({ code: 'custom', path: [missing[0]!], message: `is missing, while ${others.join(' and ')} ${others.length > 1 ? 'are' : 'is'} set` })
})

export type Env = Omit<z.output<typeof schema>, 'SITE_URL'> & {
  /** Scheme, host and port, without a trailing slash. */
  SITE_URL: string
  /** False while links, feeds and sign-in still name localhost. */
  hasSiteUrl: boolean
}

export type S3Settings = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string }

/** Where uploads go instead of the data folder; null: nowhere else. */
export function s3Settings({ S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }: Env): S3Settings | null {
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null
  return { endpoint: S3_ENDPOINT, bucket: S3_BUCKET, region: S3_REGION, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
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
  const shown = /SECRET|DATABASE|SMTP|KEY/.test(name) || given[name] === undefined ? '' : `, not "${given[name]}"`
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
