import { findFreePort } from '../scripts/free-port.mjs'
import { expect, expectAccessible, test } from './fixtures'
import { forget, startSite, teduh } from './site'

const setUpLink = /http:\/\/localhost:\d+\/tautan\/\S+/

test('the first start prints a link; whoever opens it first becomes the owner, once', async ({ browser }) => {
  const site = await startSite({ port: await findFreePort() })
  const context = await browser.newContext({ baseURL: site.url })
  const page = await context.newPage()
  const link = site.printed().match(setUpLink)?.[0]
  expect(link, site.printed()).toBeTruthy()

  await page.goto(link!)
  await expectAccessible(page)
  await page.getByLabel('Nama', { exact: true }).fill('Ratih')
  await page.getByLabel('Email').fill('ratih@contoh.id')
  await page.getByLabel('Kata sandi', { exact: true }).fill('hujan reda di sore hari')
  await page.getByRole('button', { name: /pemilik|Mulai|Buat/ }).click()
  await page.waitForURL('**/admin')
  await expectAccessible(page)

  await page.goto(link!)
  await expect(page.getByLabel('Email')).toHaveCount(0)

  // A power cut: what was acknowledged is there, and no new link is printed.
  await site.stop('SIGKILL')
  const again = await startSite({ port: await findFreePort(), data: site.data })
  expect(again.printed()).not.toMatch(setUpLink)
  const other = await (await browser.newContext({ baseURL: again.url })).newPage()
  await other.goto('/masuk')
  await other.getByLabel('Email').fill('ratih@contoh.id')
  await other.getByLabel('Kata sandi', { exact: true }).fill('hujan reda di sore hari')
  await other.getByRole('button', { name: 'Masuk' }).click()
  await other.waitForURL('**/admin')

  expect(await again.stop('SIGTERM')).toBe(0)
  await context.close()
  await other.context().close()
  forget(site.data)
})

test('a second server on the same data folder is refused in one sentence', async () => {
  const first = await startSite({ port: await findFreePort(), env: { TEDUH_SAMPLE: 'off' } })
  const second = startSite({ port: await findFreePort(), data: first.data })
  await expect(second).rejects.toThrow(/Another server is running on the data folder/)
  await first.stop()
  forget(first.data)
})

test('a change by the command line shows at the next request, and sample content goes as a whole', async () => {
  const site = await startSite({ port: await findFreePort() })
  const home = async () => (await fetch(site.url)).text()
  expect(await home()).toContain('OMBAK DAN SELANCAR')
  const cleared = teduh(site.data, ['sample', 'clear', '--json'])
  expect(cleared.status, cleared.stderr).toBe(0)
  expect(await home()).not.toContain('OMBAK DAN SELANCAR')
  await site.stop()
  forget(site.data)
})

test('a wrong setting stops the start with a sentence that names it', async () => {
  await expect(startSite({ port: 0, env: { PORT: 'delapan' } })).rejects.toThrow(/PORT/)
})
