import { Secret, TOTP } from 'otpauth'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'
import { password, teduh } from './site'

function newPerson(name: string): string {
  const email = `${name.toLowerCase()}@contoh.id`
  const made = teduh(process.env.TEDUH_E2E_DATA!, ['user', 'create', '--email', email, '--name', name, '--role', 'author', '--password-stdin'], password)
  expect(made.status, made.stderr).toBe(0)
  return email
}

async function type(page: Page, email: string, word = password) {
  await page.goto('/masuk')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Kata sandi', { exact: true }).fill(word)
  await page.getByRole('button', { name: 'Masuk' }).click()
}

test('somebody makes a passkey, and comes in again with one press', async ({ page }) => {
  test.slow()
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  await type(page, newPerson('Kunci'))
  await page.waitForURL('**/admin')
  await page.goto('/admin/keamanan')
  await page.getByLabel('Nama kunci sandi').fill('Ponsel Kunci')
  await page.getByRole('button', { name: 'Tambah kunci sandi' }).click()
  await expect(page.getByText('Kunci sandi tersimpan')).toBeVisible()
  await expect(page.getByText('Ponsel Kunci', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)

  await page.goto('/admin/lainnya')
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.waitForURL('**/masuk**')
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await page.waitForURL('**/admin')
  await page.goto('/admin/keamanan')
  await expect(page.getByText(/dipakai hari ini/)).toBeVisible()

  // The site knows it no more, the device still does.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Hapus Ponsel Kunci' }).click()
  await expect(page.getByRole('button', { name: 'Hapus Ponsel Kunci' })).toHaveCount(0)
  await page.context().clearCookies()
  await page.goto('/masuk')
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await expect(page.getByText('Kunci sandi ini tidak bisa dipakai di sini')).toBeVisible()
  await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await client.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
})

test('somebody turns on codes, signs in with one, then with a recovery code, and the server lets them in at last', async ({ page, browser }) => {
  test.slow()
  const email = newPerson('Kode')
  await type(page, email)
  await page.waitForURL('**/admin')
  await page.goto('/admin/keamanan')
  await page.getByRole('button', { name: 'Nyalakan kode masuk' }).click()
  const key = await page.locator('code.key').textContent()
  await expect(page.getByRole('img', { name: 'Kode QR' })).toBeVisible()
  await expectAccessible(page)
  const app = new TOTP({ secret: Secret.fromBase32(key!.replaceAll(' ', '')) })
  await page.getByLabel('Enam angka dari aplikasi').fill(app.generate({ timestamp: Date.now() - 30_000 }))
  await page.getByRole('button', { name: 'Nyalakan', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Kode cadangan Anda' })).toBeFocused()
  await expectAccessible(page)
  const [recovery] = await page.locator('.codes code').allTextContents()
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
  await expect(page.getByText('Sisa kode cadangan: 10')).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await type(other, email)
  await expect(other.getByText('Email, kata sandi, atau kode masuk belum benar')).toBeVisible()
  // The same words for a password that is wrong and for somebody unknown.
  const stranger = await (await browser.newContext()).newPage()
  await type(stranger, 'tidak-ada@contoh.id')
  await expect(stranger.getByText('Email, kata sandi, atau kode masuk belum benar')).toBeVisible()
  await expectAccessible(stranger)
  await stranger.context().close()

  await other.getByLabel('Kode masuk').fill(app.generate())
  await other.getByRole('button', { name: 'Masuk' }).click()
  await other.waitForURL('**/admin')

  // Somebody who holds the code of a moment ago does not get in with it.
  await other.context().clearCookies()
  await type(other, email)
  await other.getByLabel('Kode masuk').fill(recovery!.toUpperCase())
  await other.getByRole('button', { name: 'Masuk' }).click()
  await other.waitForURL('**/admin')

  const reset = teduh(process.env.TEDUH_E2E_DATA!, ['user', 'reset', '--email', email, '--password-stdin', '--totp', 'off', '--json'], 'embun di rumput pagi')
  expect(JSON.parse(reset.stdout)).toMatchObject({ totp: false, passkeys: 0 })
  await other.goto('/admin')
  await expect(other).toHaveURL(/\/masuk/)
  await type(other, email, 'embun di rumput pagi')
  await other.waitForURL('**/admin')
  await other.context().close()
})

test('a device is signed out from another one', async ({ page, browser }) => {
  test.slow()
  const email = newPerson('Perangkat')
  await type(page, email)
  await page.waitForURL('**/admin')
  const phone = await (await browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36' })).newPage()
  await type(phone, email)
  await phone.waitForURL('**/admin')
  await page.goto('/admin/keamanan')
  await page.getByRole('button', { name: 'Keluarkan Chrome, Android' }).click()
  await expect(page.getByText('Anda hanya masuk di perangkat ini')).toBeVisible()
  await phone.goto('/admin/tulisan')
  await expect(phone).toHaveURL(/\/masuk/)
  await phone.context().close()
})

test('the handlers for passkeys refuse who has no business there', async ({ request }) => {
  const origin = { origin: new URL(test.info().project.use.baseURL!).origin }
  expect((await request.post('/api/passkeys/sign-in')).status()).toBe(403)
  expect((await request.post('/api/passkeys/sign-in', { headers: { ...origin, 'sec-fetch-site': 'cross-site' } })).status()).toBe(403)
  const asked = await request.post('/api/passkeys/sign-in', { headers: origin })
  expect(asked.headers()['set-cookie']).toMatch(/^teduh\.challenge=[\w.-]+; Path=\/; Max-Age=300; HttpOnly; SameSite=Lax$/)
  for (const path of ['/api/passkeys/new', '/api/passkeys']) {
    expect((await request.post(path, { headers: origin, data: {} })).status()).toBeGreaterThanOrEqual(403)
    expect((await request.post(path, { data: { current: '' } })).status()).toBe(403)
  }
})
