import { expect, expectAccessible, pressAndHear, seedPath, signIn, test } from './fixtures'

test('a reader comments, is told that it waits, and sees it once the owner has approved it', async ({ page, browser }, { retry }) => {
  // Told again on the same blog, it must not find what it left there before.
  const words = `Saya bacakan tadi pagi di rumah. Terima kasih${'!'.repeat(retry)}.`
  await page.goto(seedPath)
  await page.getByLabel('Nama', { exact: true }).fill('Bu Marlina')
  await page.getByRole('textbox', { name: 'Komentar', exact: true }).fill(words)
  await page.getByRole('button', { name: 'Kirim komentar' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'sudah kami terima' })).toBeVisible()
  await expectAccessible(page)

  const owner = await (await browser.newContext()).newPage()
  await signIn(owner, 'owner')
  await owner.getByRole('link', { name: /^Komentar/ }).first().click()
  const waiting = owner.getByRole('listitem').filter({ hasText: words })
  await expectAccessible(owner)
  await pressAndHear(waiting.getByRole('button', { name: /^Setujui/ }))
  await expect(waiting).toHaveCount(0)

  await page.goto(seedPath)
  await expect(page.locator('.comment').filter({ hasText: words })).toBeVisible()
  await owner.context().close()
})

test('without scripts a refused comment comes back with everything typed', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(seedPath)
  await page.getByRole('textbox', { name: 'Komentar', exact: true }).fill('Tanpa nama, dengan <b>tanda</b> & "kutip".')
  await page.getByLabel(/^Email/).fill('bukan alamat')
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/comments')),
    page.getByRole('button', { name: 'Kirim komentar' }).click(),
  ])
  expect(answer.status()).toBe(422)
  await expect(page.getByRole('alert')).toContainText('belum terkirim')
  await expect(page.getByRole('textbox', { name: 'Komentar', exact: true })).toHaveValue('Tanpa nama, dengan <b>tanda</b> & "kutip".')
  await expect(page.getByLabel(/^Email/)).toHaveValue('bukan alamat')
  await page.getByLabel(/^Email/).fill('')
  await page.getByLabel('Nama', { exact: true }).fill('Pak Yosua')
  await page.getByRole('button', { name: 'Kirim komentar' }).click()
  await expect(page.getByText('sudah kami terima')).toBeVisible()
  await context.close()
})

test('a form on another site comments nothing', async ({ request }) => {
  const answer = await request.post('/api/comments', {
    form: { postId: '1', name: 'x', body: 'x' },
    headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.status()).toBe(403)
})
