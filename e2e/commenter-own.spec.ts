import { expect, expectAccessible, seedPath, test } from './fixtures'
import type { Page } from '@playwright/test'

// A reader of their own: ten comments in ten minutes are all that one may send, in all stories together.
test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 10; K) Cerita/1' })

const field = (page: Page) => page.getByRole('textbox', { name: 'Komentar', exact: true })

async function write(page: Page, words: string) {
  await page.getByLabel('Nama', { exact: true }).fill('Bu Lidia')
  await field(page).fill(words)
}
const send = (page: Page) => page.getByRole('button', { name: 'Kirim komentar' }).click()
const received = (page: Page) => page.getByRole('status').filter({ hasText: 'sudah kami terima' })

test('a reader changes a comment of theirs and then deletes it, by a link that only their device has', async ({ page, browser }) => {
  await page.goto(seedPath)
  await write(page, 'Terima kasih, saya baca bersama ibu.')
  await send(page)
  await expect(received(page)).toBeVisible()
  await page.getByRole('link', { name: 'Ubah atau hapus' }).click()
  await expectAccessible(page)
  const address = page.url()

  const scanner = await (await browser.newContext()).newPage()
  for (let n = 0; n < 5; n++) expect((await scanner.goto(address))!.status()).toBe(200)
  const looked = await scanner.goto(address)
  expect(looked!.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
  expect(looked!.headers()['referrer-policy']).toContain('no-referrer')
  await scanner.context().close()

  await field(page).fill(' ')
  await page.getByRole('button', { name: 'Simpan perubahan' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await field(page).fill('Terima kasih, saya baca bersama ibu dan adik.')
  await page.getByRole('button', { name: 'Simpan perubahan' }).click()
  await expect(page.getByRole('status')).toContainText('sudah disimpan')
  expect((await page.request.get(address)).status()).toBe(404)

  await page.goto(seedPath)
  await page.getByRole('link', { name: 'Ubah atau hapus' }).click()
  await expect(field(page)).toHaveValue('Terima kasih, saya baca bersama ibu dan adik.')
  await page.getByRole('button', { name: 'Hapus komentar ini' }).click()
  await expect(page.getByRole('status')).toContainText('sudah dihapus')
  await page.goto(seedPath)
  await expect(page.getByRole('link', { name: 'Ubah atau hapus' })).toHaveCount(0)
})

test('what was typed survives a closed page, and a retry after a lost answer arrives once', async ({ browser }) => {
  // A context of its own, since the console rightly complains of the lost answer.
  const page = await (await browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 10; K) Cerita/2' })).newPage()
  const words = 'Sinyal di kampung kami hilang timbul.'
  const ids: unknown[] = []
  let isLost = true
  await page.route('**/api/comments', async (route) => {
    const answer = await route.fetch()
    ids.push(((await answer.json()) as { own: { id: number } }).own.id)
    // It arrived, but the phone never hears of it.
    return isLost ? route.abort() : route.fulfill({ response: answer })
  })
  await page.goto(seedPath)
  await write(page, words)
  await send(page)
  await expect(page.getByRole('alert')).toContainText('Belum terkirim')
  await page.goto('/arsip')
  await page.goto(seedPath)
  await expect(field(page)).toHaveValue(words)
  await expect(page.getByLabel('Nama', { exact: true })).toHaveValue('Bu Lidia')
  isLost = false
  await send(page)
  await expect(received(page)).toBeVisible()
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
  await page.goto(seedPath)
  await expect(field(page)).toHaveValue('')
  await page.context().close()
})

test('the page is the same for everybody and holds nothing of a reader', async ({ request }) => {
  const [one, two] = [await (await request.get(seedPath)).text(), await (await request.get(seedPath, { headers: { 'user-agent': 'Lain', 'accept-language': 'en' } })).text()]
  expect(one).toBe(two)
  const form = /<form[^>]*id="comment-form"[\s\S]*?<\/form>/.exec(one)![0]
  expect([...form.matchAll(/type="hidden" name="(\w+)"/g)].map(([, name]) => name)).toEqual(['postId', 'parentId'])
})
