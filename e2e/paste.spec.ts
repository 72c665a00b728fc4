import { readFixtures } from '@/lib/paste/fixture'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { openNewPost, paste, readHtml } from './editor'

const whatsapp = `[23/11 05.12] Ibu Rina: *RENUNGAN PAGI*

Nats: Amsal 10:9
Bacaan: Amsal 10:1-9

Selamat pagi, _saudara_.

Doa: Tuhan, luruskan jalanku. Amin.`

test('each text that people paste comes out in the real editor as it does without a browser', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page, 'author')
  await openNewPost(page)
  for (const { name, html, text, result } of readFixtures()) {
    await page.locator('div#badan').press('ControlOrMeta+a')
    await page.keyboard.press('Backspace')
    await paste(page, { html, text })
    expect.soft(await readHtml(page), name).toBe(result.replace(/>\n</g, '><'))
  }
})

test('what has a field of its own is offered, moved by a press, and never by itself', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'author')
  const body = await openNewPost(page)
  await paste(page, { html: null, text: whatsapp })
  await expect(body).toContainText('Nats: Amsal 10:9')
  await expect(body).not.toContainText('Ibu Rina')
  await expect(page.getByLabel('Nats', { exact: true })).toHaveValue('')
  const offers = page.getByRole('region', { name: /punya tempatnya sendiri/ })
  await expect(offers.getByRole('button', { name: /^Pindahkan ke/ })).toHaveCount(3)
  await expectAccessible(page)

  await offers.getByRole('button', { name: 'Pindahkan ke Nats' }).click()
  await expect(page.getByLabel('Nats', { exact: true })).toHaveValue('Amsal 10:9')
  await expect(offers.getByRole('button', { name: 'Pindahkan ke Bacaan' })).toBeFocused()
  await expect(body).not.toContainText('Nats:')
  await expect(body).toContainText('Bacaan: Amsal 10:1-9')

  await offers.getByRole('button', { name: 'Pindahkan semua' }).click()
  await expect(page.getByLabel('Bacaan')).toHaveValue('Amsal 10:1-9')
  await expect(page.getByRole('textbox', { name: 'Doa' })).toHaveValue('Tuhan, luruskan jalanku. Amin.')
  await expect(body).toHaveText('RENUNGAN PAGISelamat pagi, saudara.')
  await expect(offers).toHaveCount(0)
  await expect(body).toBeFocused()
})

test('a field that is filled is replaced only when that is said', async ({ page }) => {
  await signIn(page, 'author')
  await page.goto('/admin/tulisan/baru')
  await page.getByLabel('Nats', { exact: true }).fill('Roma 12:2')
  await page.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await paste(page, { html: null, text: whatsapp })
  await expect(page.getByRole('button', { name: 'Pindahkan semua' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Biarkan di tulisan' }).click()
  await expect(page.getByLabel('Nats', { exact: true })).toHaveValue('Roma 12:2')
  await expect(page.getByRole('textbox', { name: 'Isi tulisan' })).toContainText('Nats: Amsal 10:9')
})

test('one line joins the line it is pasted into', async ({ page }) => {
  await signIn(page, 'author')
  await openNewPost(page)
  await page.keyboard.type('Awal  akhir')
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft')
  await paste(page, { html: null, text: 'di *tengah*' })
  expect(await readHtml(page)).toBe('<p>Awal di <strong>tengah</strong> akhir</p>')
})
