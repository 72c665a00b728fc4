import { expect, expectAccessible, seedPath, signIn, test } from './fixtures'

test('a reader without script entrusts a prayer request, which only the owner reads', async ({ browser, request }) => {
  const words = 'Mohon doa untuk Ibu saya yang dioperasi hari Jumat.'
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(seedPath)
  await page.getByRole('link', { name: 'Titip pokok doa' }).first().click()
  await expect(page.getByText('Yang membaca hanya Ibu Pemilik.')).toBeVisible()
  await expect(page.getByText('Setelah 90 hari')).toBeVisible()
  await page.getByLabel(/^Nama/).fill('Rahel & <b>Yosua</b>')
  const [refused] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/pokok-doa')),
    page.getByRole('button', { name: 'Titipkan' }).click(),
  ])
  expect(refused.status()).toBe(422)
  expect(refused.headers()['cache-control']).toContain('no-store')
  await expect(page.getByLabel(/^Nama/)).toHaveValue('Rahel & <b>Yosua</b>')
  await page.getByLabel(/^Pokok doa/).fill(words)
  await page.getByRole('button', { name: 'Titipkan' }).click()
  await expect(page).toHaveURL(/\/pokok-doa\/terima-kasih$/)

  for (const address of ['/', seedPath, '/search?q=dioperasi', '/feeds/posts/default', '/feeds/comments/default', '/sitemap.xml', '/pokok-doa']) {
    expect(await (await request.get(address)).text()).not.toContain('dioperasi hari Jumat')
  }

  const [owner, author] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(author, 'author')
  await author.goto('/admin/lainnya')
  await expect(author.getByRole('link', { name: /^Pokok doa/ })).toHaveCount(0)
  expect(await (await author.request.get('/admin/doa')).text()).not.toContain('dioperasi')
  await signIn(owner, 'owner')
  await owner.goto('/admin/lainnya')
  await owner.getByRole('link', { name: /^Pokok doa \(1 belum dibaca\)/ }).click()
  const request1 = owner.getByRole('listitem').filter({ hasText: words })
  await expect(request1).toContainText('Rahel & <b>Yosua</b>')
  await expectAccessible(owner)
  await request1.getByRole('button', { name: /^Sudah didoakan/ }).click()
  await expect(request1.getByRole('button', { name: /^Kembalikan/ })).toBeVisible()
  owner.on('dialog', (dialog) => void dialog.accept())
  await request1.getByRole('button', { name: /^Hapus/ }).click()
  await expect(request1).toHaveCount(0)
  for (const one of [owner, author, page]) await one.context().close()
})

test('the form for a prayer request is accessible, also when it comes back', async ({ page }) => {
  await page.goto('/pokok-doa')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Titipkan' }).click()
  await expect(page.getByRole('alert')).toContainText('Pokok doanya belum diisi')
  await expectAccessible(page)
  await page.goto('/pokok-doa/terima-kasih')
  await expectAccessible(page)
})

test('a form on another site entrusts nothing', async ({ request }) => {
  const answer = await request.post('/api/pokok-doa', { form: { body: 'x' }, headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } })
  expect(answer.status()).toBe(403)
  expect(await answer.text()).toContain('dikirim dari situs lain')
})
