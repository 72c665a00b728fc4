import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { findFreePort } from '../scripts/free-port.mjs'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { forget, startSite, teduh } from './site'
import { password } from './start-site'
import { beginWriting, postId, saved } from './writing'

test('a week of devotionals is lined up by a press each, and the calendar shows it', async ({ browser }) => {
  test.setTimeout(120_000)
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'author')
  for (const title of ['PEKAN SATU', 'PEKAN DUA', 'PEKAN TIGA']) {
    await beginWriting(page, title)
    await page.keyboard.type('Isi.')
    await saved(page)
  }
  await page.goto('/admin/kalender')
  await expect(page.getByText('Semua jam dalam WIB')).toBeVisible()
  for (const title of ['PEKAN SATU', 'PEKAN DUA', 'PEKAN TIGA']) {
    await page.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: /^Jadwalkan/ }).click()
    await expect(page.getByRole('button', { name: new RegExp(`^Jadwalkan.*${title}`) })).toHaveCount(0)
  }
  await expectAccessible(page)
  const file = new Sqlite(join(process.env.TEDUH_E2E_DATA!, 'teduh.db'), { readonly: true })
  const times = file.prepare(`SELECT "scheduledAt" FROM "Post" WHERE "title" LIKE 'PEKAN %' ORDER BY "scheduledAt"`).pluck().all() as string[]
  file.close()
  const days = times.map((time) => new Date(time))
  // 05.00 in Jakarta is 22.00 the day before in UTC.
  expect(days.map((day) => day.getUTCHours())).toEqual([22, 22, 22])
  expect(new Set(days.map((day) => day.toISOString().slice(0, 10))).size).toBe(3)
  await page.goto('/admin/tulisan')
  await page.getByRole('link', { name: 'PEKAN DUA' }).first().click()
  await expect(page.getByText(/Terjadwal: .*05\.00 WIB/)).toBeVisible()
  await expect(page.getByRole('link', { name: /hari kosong berikutnya/ })).toBeVisible()
  await context.close()
})

test('a plan comes out once: under twenty requests at the due second, and after the server was down', async ({ browser }) => {
  test.setTimeout(240_000)
  let site = await startSite({ port: await findFreePort() })
  const made = teduh(site.data, ['user', 'create', '--email', 'author@contoh.id', '--name', 'Pak', '--role', 'author', '--password-stdin'], password)
  expect(made.status, made.stderr).toBe(0)
  const context = await browser.newContext({ baseURL: site.url })
  const page = await context.newPage()
  await signIn(page, 'author')
  const ids: number[] = []
  for (const title of ['TEPAT WAKTU', 'SAAT SERVER MATI']) {
    await beginWriting(page, title)
    await page.keyboard.type('Isi.')
    await saved(page)
    ids.push(postId(page))
  }
  await context.close()
  const plan = (id: number, at: Date) => {
    const file = new Sqlite(join(site.data, 'teduh.db'))
    file.prepare(`UPDATE "Post" SET "status" = 'scheduled', "scheduledAt" = ? WHERE "id" = ?`).run(at.toISOString().replace('Z', '+00:00'), id)
    file.close()
  }

  const due = new Date(Date.now() + 4000)
  plan(ids[0]!, due)
  const path = pathOf('tepat-waktu', due)
  const seen: { at: number; status: number }[] = []
  const readers = Array.from({ length: 20 }, async () => {
    while (Date.now() < due.getTime() + 6000) {
      const [post] = await Promise.all([fetch(site.url + path), fetch(site.url + '/')])
      seen.push({ at: Date.now(), status: post.status })
    }
  })
  await Promise.all(readers)
  expect(seen.filter(({ at, status }) => at < due.getTime() && status !== 404)).toEqual([])
  expect(seen.at(-1)!.status).toBe(200)
  expect(Math.min(...seen.filter(({ status }) => status === 200).map(({ at }) => at)) - due.getTime()).toBeLessThan(5000)
  for (const address of ['/', '/feeds/posts/default', '/sitemap.xml']) expect(await (await fetch(site.url + address)).text()).toContain('tepat-waktu')

  plan(ids[1]!, new Date(Date.now() + 1500))
  await site.stop('SIGKILL')
  await new Promise((resolve) => { setTimeout(resolve, 4000) })
  site = await startSite({ port: await findFreePort(), data: site.data })
  await expect.poll(async () => (await fetch(`${site.url}/`)).text()).toContain('SAAT SERVER MATI')

  const file = new Sqlite(join(site.data, 'teduh.db'), { readonly: true })
  for (const id of ids) expect(file.prepare(`SELECT COUNT(*) FROM "Activity" WHERE "action" = 'post.come-out' AND "subject" = ?`).pluck().get(`post:${id}`)).toBe(1)
  const published = new Date(file.prepare(`SELECT "publishedAt" FROM "Post" WHERE "id" = ?`).pluck().get(ids[0]!) as string)
  expect(published.getTime()).toBe(due.getTime())
  file.close()
  await site.stop()
  forget(site.data)
})

function pathOf(slug: string, at: Date): string {
  const [year, month] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta', year: 'numeric', month: '2-digit' }).format(at).split('-')
  return `/${year}/${month}/${slug}.html`
}
