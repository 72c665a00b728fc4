import { request as newRequest } from '@playwright/test'
import { findFreePort } from '../scripts/free-port.mjs'
import { startMailServer } from '../lib/testing/mail-server'
import { expect, expectAccessible, seedPath, test } from './fixtures'
import { forget, startSite, teduh } from './site'

test('an author hears of a comment by mail; looking at the link changes nothing, a press approves, and no log knows it', async ({ browser }) => {
  test.setTimeout(120_000)
  const mail = await startMailServer()
  const site = await startSite({ port: await findFreePort(), env: { SMTP_URL: process.env.SMTP_URL!, SMTP_FROM: process.env.SMTP_FROM!, LOG_LEVEL: 'debug' } })
  teduh(site.data, ['user', 'create', '--email', 'ibu@contoh.id', '--name', 'Ibu Pemilik', '--role', 'owner', '--password-stdin'], 'kopi pagi di teras')
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(seedPath)
  await page.getByLabel('Nama', { exact: true }).fill('Bu Marlina')
  await page.getByRole('textbox', { name: 'Komentar', exact: true }).fill('Saya bacakan di persekutuan.')
  await page.getByRole('button', { name: 'Kirim komentar' }).click()
  await expect(page.getByText('sudah kami terima')).toBeVisible()

  await expect.poll(() => mail.received.length, { timeout: 20_000 }).toBe(1)
  const [arrived] = mail.received
  expect(arrived!.to).toEqual(['ibu@contoh.id'])
  const link = arrived!.text.match(/Setujui: (\S+)/)![1]!

  // A mail scanner, which follows everything.
  const scanner = await newRequest.newContext()
  for (let i = 0; i < 50; i++) {
    const answer = await scanner.get(i % 5 === 4 ? `${link}/tekan` : link)
    expect(answer.status()).toBe(200)
    expect(answer.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'cache-control': expect.stringContaining('no-store') })
  }
  expect(await (await scanner.get(site.url + seedPath)).text()).not.toContain('Saya bacakan di persekutuan.')

  const scripted = await (await browser.newContext()).newPage()
  await scripted.goto(link)
  await expectAccessible(scripted)
  await page.goto(link)
  await expect(page.getByText('Saya bacakan di persekutuan.')).toBeVisible()
  await page.getByRole('button', { name: 'Setujui' }).click()
  await expect(page.getByRole('status')).toContainText('sudah disetujui')
  expect(page.url()).toBe(`${site.url}/tautan/selesai?apa=comment-approve`)
  await scripted.goto(page.url())
  await expectAccessible(scripted)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Tautan ini sudah tidak berlaku' })).toBeVisible()
  await page.goto(seedPath)
  await expect(page.locator('.comment').filter({ hasText: 'Saya bacakan di persekutuan.' })).toBeVisible()

  // A prayer request is told by mail, and of it neither the mail nor the log says a word.
  const prayer = await scanner.post(`${site.url}/api/pokok-doa`, { form: { name: 'Bu Rahel', body: 'Mohon doa: dioperasi Jumat.' }, headers: { 'sec-fetch-site': 'same-origin' } })
  expect(prayer.url()).toBe(`${site.url}/pokok-doa/terima-kasih`)
  await expect.poll(() => mail.received.length, { timeout: 20_000 }).toBe(2)
  expect(mail.received[1]!.subject).toContain('pokok doa')
  expect(mail.received[1]!.raw + mail.received[1]!.text).not.toMatch(/Rahel|dioperasi/)

  await scanner.get(link.replace('/tautan/', '//tautan/'))
  await scanner.get(link.replace('/tautan/', '/%74autan/'))
  await site.stop()
  const token = link.split('/tautan/')[1]!
  for (const part of [token, ...token.split('.'), 'Saya bacakan', 'Marlina', 'Rahel', 'dioperasi']) expect(site.printed()).not.toContain(part)
  await scanner.dispose()
  await context.close()
  await scripted.context().close()
  await mail.close()
  forget(site.data)
})
