import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { db, engine } from '@/lib/db/client'
import { bring, fileOf, oldEntry, oldFeed } from '@/lib/import/testing'
import { commandLine } from '@/lib/testing/command-line'

const data = join(process.env.TEDUH_DATA!, 'cli')
mkdirSync(data, { mode: 0o700 })
const teduh = commandLine(data)
// The command line is given SQLite here whatever these tests run on; what it calls has tests on both.
const isSqlite = engine === 'sqlite'

function rows(sql: string) {
  const db = new Database(join(data, 'teduh.db'), { readonly: true })
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

it.runIf(isSqlite)('what the operator brings in and takes out stands with what was done in the rooms; a dry run and a refused file do not', () => {
  const file = join(data, 'lama.xml')
  writeFileSync(file, oldFeed(oldEntry()))
  writeFileSync(join(data, 'rusak.xml'), oldFeed(oldEntry()).slice(0, -20))
  expect(JSON.parse(teduh('import', file, '--dry-run', '--json').stdout)).toMatchObject({ posts: 1 })
  expect(teduh('import', join(data, 'rusak.xml')).status).toBe(1)
  expect(rows('SELECT * FROM ImportRun')).toEqual([])
  expect(JSON.parse(teduh('import', file, '--json').stdout)).toMatchObject({ posts: 1, skipped: [] })
  const [run, ...others] = rows('SELECT * FROM ImportRun') as { report: string }[]
  expect(others).toEqual([])
  expect(run).toMatchObject({ filename: 'lama.xml', form: 'blogger-xml', state: 'done', userId: null, error: null, readKiB: 1, sizeKiB: 1, isDryRun: 0 })
  expect(JSON.parse(run!.report)).toMatchObject({ report: { posts: 1 }, changes: { added: 1 }, overwrite: false })
  expect(teduh('export', '--format', 'json', join(data, 'keluar')).status).toBe(0)
  expect(rows('SELECT action, title, userId FROM Activity ORDER BY id')).toEqual([
    { action: 'site.import', title: 'lama.xml', userId: null }, { action: 'site.export', title: 'json', userId: null },
  ])
}, 120_000)

it.runIf(isSqlite)('a file that is worth a second thread comes in as it does without one', async () => {
  const html = (i: number) => `<div class="separator"><b>${i}</b></div>${`<p>Kasih&nbsp; setia &amp; <a href="http://contoh.blogspot.co.id/2020/01/p7.html?m=1#x">ini</a> \u2028 ${i}</p>`.repeat(60)}`
  const file = fileOf(oldFeed(...Array.from({ length: 300 }, (_, i) => oldEntry({ id: String(i + 1), html: html(i) }))))
  const said = JSON.parse(teduh('import', file, '--overwrite', '--json').stdout)
  expect(await bring(file)).toEqual(said)
  expect(said).toMatchObject({ posts: 300, skipped: [], warnings: [] })
  const select = { externalId: true, title: true, body: true, searchText: true, snippet: true, importHash: true, path: true } as const
  const here = await db.post.findMany({ where: { externalId: { not: null } }, orderBy: { id: 'asc' }, select })
  expect(rows(`SELECT ${Object.keys(select).join(', ')} FROM Post WHERE externalId IS NOT NULL ORDER BY externalId`)).toEqual(here.toSorted((a, b) => (a.externalId! < b.externalId! ? -1 : 1)))
  expect(here[0]!.body).toContain('<a href="/2020/01/p7.html#x">')
}, 120_000)
