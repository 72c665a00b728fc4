import { expect, expectAccessible, signIn, test } from './fixtures'

test('an author writes on a phone, publishes, and a signed-out reader reads it at once', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await signIn(page, 'author')
  await expectAccessible(page)
  await page.goto('/admin/tulisan')
  await expectAccessible(page)
  await page.getByRole('link', { name: /Tulis renungan/ }).first().click()
  await page.getByLabel('Judul').fill('KOPI PAGI DI TERAS')
  await page.getByLabel('Nats', { exact: true }).fill('Mazmur 5:4')
  await page.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await page.keyboard.type('Pagi ini hujan REDA sebelum kopi dingin.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Terbitkan', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /[Tt]erbit/ })).toBeVisible()

  const reader = await (await browser.newContext()).newPage()
  await reader.goto('/')
  await reader.getByRole('link', { name: 'KOPI PAGI DI TERAS' }).first().click()
  await expect(reader).toHaveURL(/\/\d{4}\/\d{2}\/kopi-pagi-di-teras\.html$/)
  await expect(reader.getByText('sebelum kopi dingin')).toBeVisible()
  await expect(reader.locator('.flow .caps')).toHaveText('REDA')

  // The author, on the reader's page, has a way back to the editor.
  await page.goto(new URL(reader.url()).pathname)
  await page.getByRole('link', { name: 'Ubah' }).click()
  await expect(page.getByLabel('Judul')).toHaveValue('KOPI PAGI DI TERAS')
  await reader.context().close()
  await context.close()
})

test('a draft is nobody else’s to see', async ({ page, request }) => {
  await signIn(page, 'author')
  await page.goto('/admin/tulisan')
  await page.getByRole('link', { name: /Tulis renungan/ }).first().click()
  await page.getByLabel('Judul').fill('RAHASIA SAMPAI BESOK')
  await page.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await page.keyboard.type('Belum untuk siapa-siapa.')
  await page.getByRole('button', { name: /Simpan( sebagai)? draf/ }).click()
  await expect(page.getByText(/Tersimpan/).first()).toBeVisible()
  for (const address of ['/', '/feeds/posts/default', '/sitemap.xml', '/search?q=rahasia']) {
    expect(await (await request.get(address)).text()).not.toContain('RAHASIA SAMPAI BESOK')
  }
  const preview = await request.get(page.url().replace('/admin/tulisan/', '/pratinjau/'), { maxRedirects: 0 })
  expect([302, 303, 307, 404]).toContain(preview.status())
})

test('what was really read becomes popular', async ({ browser, request }) => {
  const path = '/2025/03/jebakan-media-sosial.html'
  const context = await browser.newContext()
  const page = await context.newPage()
  const counted = page.waitForResponse('**/api/views')
  await page.goto(path)
  expect((await counted).status()).toBe(204)
  // The same reader, the same day: no second count, and no error either.
  const again = await request.post('/api/views', { data: 'not json', headers: { 'content-type': 'text/plain' } })
  expect(again.status()).toBeLessThan(500)
  await context.close()
})
