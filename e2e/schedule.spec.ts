import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { beginWriting, saved } from './writing'

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
