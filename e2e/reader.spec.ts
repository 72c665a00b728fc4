import { createHash } from 'node:crypto'
import { expect, expectAccessible, seedPath, test } from './fixtures'

test('a reader opens today’s devotional from the front page, turns the page and finds a label', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Renungan (hari ini|terbaru)/)
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Lanjutkan membaca/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // Other stories publish posts of their own, without labels.
  const label = page.locator('.labels a').first()
  do {
    const address = page.url()
    await page.getByRole('link', { name: /Sebelumnya/ }).click()
    await expect(page).not.toHaveURL(address)
  } while ((await label.count()) === 0)
  await expect(page.locator('.nats .ref')).toBeVisible()
  const name = await label.innerText()
  await label.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expectAccessible(page)
})

test('the seed article stands under its permalink, whole', async ({ page }) => {
  await page.goto(seedPath)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('JEBAKAN MEDIA SOSIAL')
  await expect(page.getByText('Amsal 10:9')).toBeVisible()
  await expect(page.getByText('17 Maret 2025')).toBeVisible()
  await expect(page.getByText('sekalipun PRESENTASI kita di DUNIA MAYA SANGAT WOW')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Komentar', exact: true })).toBeVisible()
  const popular = page.getByRole('region', { name: 'Postingan populer dari blog ini' }).getByRole('listitem')
  await expect(popular).toHaveCount(3)
  await expect(popular).toContainText(['OMBAK DAN SELANCAR', 'BERPIKIR KRITIS', 'MELADENI PERBANTAHAN?'])
  await expectAccessible(page)
})

test('a reader without scripts reads, searches and looks through the archive', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(seedPath)
  await page.getByRole('link', { name: 'Cari', exact: true }).click()
  await page.getByLabel('Kata, nama, atau nats').fill('ombak selancar')
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(page.getByRole('link', { name: /OMBAK DAN SELANCAR/ })).toBeVisible()
  await page.getByRole('link', { name: 'Arsip', exact: true }).click()
  await page.getByRole('link', { name: /^Maret 2025/ }).click()
  await expect(page).toHaveURL(/\/2025\/03\/$/)
  await expect(page.getByRole('link', { name: /JEBAKAN MEDIA SOSIAL/ })).toBeVisible()
  await context.close()
})

test('a reader chooses sepia, and the page keeps it', async ({ page }) => {
  await page.goto(seedPath)
  await page.getByRole('button', { name: 'Sepia' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sepia' })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page)
  // They do not wait for the script that offers them.
  await page.route('**/_teduh/**', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'JEBAKAN MEDIA SOSIAL', level: 1 })).toBeVisible()
  expect(await page.locator('html').getAttribute('data-theme')).toBe('sepia')
  await expect(page.getByRole('button', { name: 'Sepia' })).toHaveCount(0)
})

for (const [address, status] of [
  ['/2025/03/tidak-pernah-ditulis.html', 404],
  ['/search/label/TidakAda', 404],
  ['/sama/sekali/bukan', 404],
  ['/1999/', 404],
  ['/?page=999', 404],
] as const) {
  test(`${address} answers ${status} with a page that helps, with scripts off too`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const answer = await page.goto(address)
    expect(answer!.status()).toBe(status)
    await expect(page.getByRole('heading', { level: 1, name: 'Halaman ini tidak ada' })).toBeVisible()
    await expect(page.getByLabel('Kata, nama, atau nats')).toBeVisible()
    await context.close()
  })
}

test('any spelling of an address leads to the one', async ({ request, baseURL }) => {
  for (const [spelling, address] of [
    ['/2025/03/JEBAKAN-Media-sosial.html', seedPath],
    [`/${seedPath}`, seedPath],
    [`${seedPath}/`, seedPath],
    ['/2025/03', '/2025/03/'],
    ['/search/label/integritas', '/search/label/Integritas'],
    ['/search/label/Integritas/', '/search/label/Integritas'],
    ['/atom.xml', '/feeds/posts/default'],
  ]) {
    const answer = await request.get(baseURL! + spelling, { maxRedirects: 0 })
    expect([spelling, answer.status(), answer.headers().location]).toEqual([spelling, 301, address])
  }
})

test('a reader gets no React and little weight, and of scripts only what starts ours', async ({ request }) => {
  const answer = await request.get(seedPath)
  const html = await answer.text()
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)].filter(([, attributes]) => !attributes!.includes('application/ld+json'))
  expect(scripts.map(([, attributes]) => attributes)).toEqual([''])
  expect(scripts[0]![2]!.length).toBeLessThan(500)
  const policy = /script-src [^;]*/.exec(answer.headers()['content-security-policy']!)![0]
  expect(policy).toContain(`'sha256-${createHash('sha256').update(scripts[0]![2]!).digest('base64')}'`)
  expect(policy.match(/'/g)).toHaveLength(2)
  expect(html).not.toContain('__next_f')
  expect(answer.headers()['content-security-policy']).not.toContain('unsafe')
  expect(answer.headers()['x-powered-by']).toBeUndefined()
})

test('feed, sitemap and robots name the posts, and nobody sells advertisements', async ({ request, baseURL }) => {
  const feed = await (await request.get('/feeds/posts/default')).text()
  expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom"')
  expect(feed.match(/<entry[ >]/g)).toHaveLength(25)
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toContain(`<loc>${baseURL}${seedPath}</loc>`)
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
  expect(await (await request.get('/ads.txt')).text()).toMatch(/^placeholder\.example\.com, /)
})
