import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { findFreePort } from '../scripts/free-port.mjs'
import { startPostgres } from '../scripts/embedded-postgres.mjs'
import { expect, seedPath, signIn, test } from './fixtures'
import { forget, password, startFreshSite, startSite, teduh } from './site'

const heading = 'Halaman ini sedang tidak bisa dibuka'

test('a page that cannot be made answers 500 with a whole page, is not remembered, and the others stay', async ({ browser }) => {
  const site = await startFreshSite(await findFreePort())
  const file = new Sqlite(join(site.data, 'teduh.db'))
  const whole = file.prepare(`SELECT "widths" FROM "Media" LIMIT 1`).pluck().get() as string
  const { path } = file.prepare(`SELECT "path" FROM "Post" WHERE "coverId" IS NOT NULL AND "status" = 'published'`).get() as { path: string }
  file.exec(`UPDATE "Media" SET "widths" = '["kaput"]'`)

  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const page = await context.newPage()
  const answer = await page.goto(path)
  expect(answer!.status()).toBe(500)
  expect(answer!.headers()['cache-control']).toContain('no-store')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  expect((await page.goto('/arsip'))!.status()).toBe(200)

  file.prepare(`UPDATE "Media" SET "widths" = ?`).run(whole)
  expect((await page.goto(path))!.status()).toBe(200)
  file.close()
  await context.close()
  await site.stop()
  forget(site.data)
})

test('the same build runs on PostgreSQL by DATABASE_URL alone; when it is gone, readers keep what is in memory', async ({ browser }) => {
  test.setTimeout(120_000)
  const postgres = await startPostgres()
  const env = { DATABASE_URL: postgres.url('postgres') }
  const site = await startSite({ port: await findFreePort(), env })
  const made = teduh(site.data, ['user', 'create', '--email', 'owner@contoh.id', '--name', 'Ibu', '--role', 'owner', '--password-stdin'], password, env)
  expect(made.status, made.stderr).toBe(0)
  const context = await browser.newContext({ baseURL: site.url })
  const page = await context.newPage()
  await signIn(page, 'owner')
  await page.goto('/admin/tulisan/baru')
  await page.getByLabel('Judul').fill('DI MESIN YANG LAIN')
  await page.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await page.keyboard.type('Sama saja.')
  await page.getByRole('button', { name: 'Terbitkan', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /[Tt]erbit/ })).toBeVisible()
  const reader = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const open = await reader.newPage()
  await open.goto('/')
  await expect(open.getByText('DI MESIN YANG LAIN').first()).toBeVisible()
  expect((await open.goto(seedPath))!.status()).toBe(200)

  await postgres.stop()
  expect((await open.goto(seedPath))!.status()).toBe(200)
  const cold = await open.goto('/2025/04/seekor-kucing-di-gereja.html')
  expect([500, 503]).toContain(cold!.status())
  await expect(open.getByRole('heading', { level: 1 })).toHaveText(heading)
  await reader.close()
  await context.close()
  expect(await site.stop()).toBe(0)
  forget(site.data)
})
