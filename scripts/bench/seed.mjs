import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fillComments } from './seed-comments.mjs'
import { fillPosts } from './seed-posts.mjs'
import { fillViews } from './seed-views.mjs'
import { seeded } from './random.mjs'
import { writer } from './words.mjs'

export const owner = { email: 'bench@contoh.id', password: 'kopi pagi di teras' }

const dayMs = 86_400_000
const years = 5
const sizes = { big: { posts: 10_000, comments: 100_000 }, small: { posts: 100, comments: 1000 } }

/**
 * A data folder with years of a blog's life, the same for the same sources. Made once and kept: whoever
 * changes it copies it first.
 *
 * @param {'big' | 'small'} size
 * @returns {{ folder: string, seconds: number | null }} null when it was there already
 */
export function seedFolder(size) {
  const folder = `.tmp/bench/seed-${size}-${stamp()}`
  if (existsSync(folder)) return { folder, seconds: null }
  const began = Date.now()
  for (const old of foldersOf(size)) rmSync(old, { recursive: true, force: true })
  const unfinished = `${folder}.unfinished`
  mkdirSync(unfinished, { recursive: true })
  teduh(unfinished, ['migrate'])
  teduh(unfinished, ['user', 'create', '--email', owner.email, '--name', 'Pemilik', '--role', 'owner', '--password-stdin'], owner.password)
  fill(join(unfinished, 'teduh.db'), sizes[size])
  renameSync(unfinished, folder)
  return { folder, seconds: (Date.now() - began) / 1000 }
}

/** Runs the operator's command line. */
export function teduh(data, args, input = '') {
  const env = { ...process.env, TEDUH_DATA: data, DATABASE_URL: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/teduh.mjs', ...args], { env, input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`teduh ${args.join(' ')}: ${stderr}`)
  return stdout
}

function fill(file, { posts, comments }) {
  const db = new Database(file)
  // Nobody else reads it, and an unfinished folder is thrown away.
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -500000']) db.pragma(pragma)
  const random = seeded(20_260_101)
  // Where the blog is (Jakarta, UTC+7).
  const today = Math.floor((Date.now() + 7 * 3_600_000) / dayMs)
  const world = { db, random, words: writer(random), today, firstDay: today - Math.round(years * 365.25) }
  db.transaction(() => {
    const made = fillPosts(world, posts)
    fillComments(world, made, comments)
    fillViews(world, made)
    db.prepare(`INSERT INTO "Setting" VALUES ('sample.offered', 'true', ?)`).run(new Date().toISOString())
  })()
  db.pragma('journal_mode = WAL')
  db.close()
}

/** Of the generator, what it is fed with, the schema, and the day, since the last day of the counts is today. */
function stamp() {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10))
  const files = ['scripts/bench', 'prisma/sample/posts', 'prisma/sqlite/migrations'].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((name) => /(seed|words|random)[\w-]*\.mjs$|\.(md|sql)$/.test(name)),
  )
  for (const name of files.toSorted()) hash.update(readFileSync(name))
  return hash.digest('hex').slice(0, 12)
}

function foldersOf(size) {
  if (!existsSync('.tmp/bench')) return []
  return readdirSync('.tmp/bench').filter((name) => name.startsWith(`seed-${size}-`)).map((name) => join('.tmp/bench', name))
}
