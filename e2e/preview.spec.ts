import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { beginWriting, postId, saved } from './writing'

const words = 'Yang baru dilihat peninjau.'

test('a reviewer reads a draft by a link, as its readers will, until the link is revoked', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'author')
  await beginWriting(page, 'UNTUK PENINJAU')
  await page.keyboard.type(words)
  await saved(page)
  const id = postId(page)
  await page.goto(`/admin/tulisan/${id}/pratinjau`)
  const glass = page.frameLocator('iframe')
  await expect(glass.getByText(words)).toBeVisible()
  expect(await glass.locator('html').evaluate((html) => html.clientWidth)).toBe(360)
  await page.getByRole('button', { name: 'Komputer' }).click()
  await expect.poll(() => glass.locator('html').evaluate((html) => html.clientWidth)).toBe(1280)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Buat tautan' }).click()
  const link = await page.locator('input.copy').inputValue()
  expect(link).toMatch(/\/pratinjau\/tautan\/[\w-]{43}$/)
  const reviewer = await (await browser.newContext()).newPage()
  const answer = await reviewer.goto(link)
  expect(answer!.status()).toBe(200)
  expect(answer!.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  expect(answer!.headers()['x-robots-tag']).toContain('noindex')
  expect(answer!.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  await expect(reviewer.getByText(words)).toBeVisible()
  await expect(reviewer.getByRole('button', { name: /Kirim/ })).toHaveCount(0)
  await expectAccessible(reviewer)
  await reviewer.waitForTimeout(2500)
  const file = new Sqlite(join(process.env.TEDUH_E2E_DATA!, 'teduh.db'), { readonly: true })
  expect(file.prepare(`SELECT COUNT(*) FROM "ViewCount" WHERE "postId" = ?`).pluck().get(id)).toBe(0)
  expect(file.prepare(`SELECT COUNT(*) FROM "DiscardedHits" WHERE "postId" = ?`).pluck().get(id)).toBe(0)
  file.close()

  await page.getByRole('button', { name: 'Cabut' }).click()
  await expect(page.getByRole('button', { name: 'Cabut' })).toHaveCount(0)
  const gone = await reviewer.request.get(link)
  const never = await reviewer.request.get(link.replace(/.{4}$/, 'xxxx'))
  expect([gone.status(), never.status()]).toEqual([404, 404])
  expect(await gone.text()).toBe(await never.text())
  expect(gone.headers()['cache-control']).toBe('no-store')
  await reviewer.context().close()

  // What readers get is what was previewed, word for word.
  const previewed = await (await page.request.get(`/pratinjau/${id}`)).text()
  await page.goto(`/admin/tulisan/${id}`)
  await page.getByRole('button', { name: 'Terbitkan', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Sudah terbit/ })).toBeVisible()
  const path = (await page.getByRole('link', { name: 'Lihat di situs' }).getAttribute('href'))!
  const published = await (await page.request.get(path)).text()
  expect(article(previewed)).toBe(article(published))
  await context.close()
})

function article(html: string): string {
  return /<article\b[\s\S]*?<div class="flow"[\s\S]*?<\/div>/.exec(html)![0]
}

test('a preview is for those who may edit the post', async ({ browser, request }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'contributor')
  for (const address of ['/pratinjau/4', '/pratinjau/999999', '/pratinjau/halaman', '/pratinjau/x']) {
    const answer = await page.request.get(address)
    expect([address, answer.status()]).toEqual([address, 404])
  }
  expect((await page.request.get('/admin/tulisan/4/pratinjau')).status()).toBe(404)
  expect((await request.get('/pratinjau/4', { maxRedirects: 0 })).status()).toBe(303)
  await context.close()
})
