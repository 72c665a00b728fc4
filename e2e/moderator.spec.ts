import type { Page } from '@playwright/test'
import { expect, expectAccessible, pressAndHear, seedPath, signIn, test } from './fixtures'

let serial = 0
/** From a browser's own script, as another device each time. */
async function comment(page: Page, body: string, name = 'Pak Domi') {
  const postId = await page.locator('[data-post]').getAttribute('data-post')
  const answer = await page.evaluate(async (fields) => {
    const response = await fetch('/api/comments', { method: 'POST', body: JSON.stringify(fields), headers: { 'content-type': 'application/json', accept: 'application/json' } })
    return response.status
  }, { postId, name, body, sendKey: `cerita-moderator-${serial++}-${Date.now()}` })
  expect(answer).toBe(200)
}

const row = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words })

test('an owner goes through the queue with keys alone, takes a decision back, and decides on several at once', async ({ page, browser }) => {
  const reader = await (await browser.newContext({ userAgent: `Cerita ${++serial}` })).newPage()
  await reader.goto(seedPath)
  for (const words of ['Satu: terima kasih untuk pagi ini.', 'Dua: terima kasih untuk siang ini.', 'Tiga: terima kasih untuk malam ini.']) await comment(reader, words)
  await signIn(page, 'owner')
  await page.goto('/admin/komentar?q=terima+kasih+untuk')
  await expect(row(page, 'Tiga:')).toBeVisible()
  await expectAccessible(page)

  // The newest comes first.
  await page.keyboard.press('j')
  await expect(row(page, 'Tiga:')).toBeFocused()
  await page.keyboard.press('s')
  await expect(page.getByText('Komentar sudah tampil.')).toBeVisible()
  await expect(row(page, 'Tiga:')).toHaveCount(0)
  await expect(row(page, 'Dua:')).toBeFocused()
  await reader.goto(seedPath)
  await expect(reader.getByText('Tiga: terima kasih')).toBeVisible()

  await page.keyboard.press('u')
  await expect(row(page, 'Tiga:')).toBeVisible()
  await reader.goto(seedPath)
  await expect(reader.getByText('Tiga: terima kasih')).toHaveCount(0)

  await page.getByLabel('Pilih semua di halaman ini').check()
  await page.getByRole('button', { name: /^Setujui 3 dipilih/ }).click()
  await expect(page.getByText('3 komentar sudah tampil.')).toBeVisible()
  await reader.goto(seedPath)
  for (const words of ['Satu:', 'Dua:', 'Tiga:']) await expect(reader.locator('.comment').filter({ hasText: words })).toBeVisible()
  await reader.context().close()
})

test('a comment is seen in its conversation, answered there, and its writer’s name kept out', async ({ page, browser }) => {
  const reader = await (await browser.newContext({ userAgent: `Cerita ${++serial}` })).newPage()
  await reader.goto(seedPath)
  await comment(reader, 'Boleh saya bacakan di gereja?', 'Ibu Kalimas')
  await signIn(page, 'owner')
  await page.goto('/admin/komentar?q=bacakan+di+gereja')
  await row(page, 'Boleh saya bacakan').getByRole('link', { name: /^Lihat dalam percakapan/ }).click()
  await expect(page.getByRole('heading', { name: 'Komentar Ibu Kalimas' })).toBeVisible()
  await expectAccessible(page)
  await page.getByText('Balas', { exact: false }).and(page.locator('summary')).click()
  await page.getByLabel('Balasan untuk Ibu Kalimas').fill('Silakan, Bu.')
  await page.getByRole('button', { name: 'Kirim balasan' }).click()
  await expect(page.getByRole('heading', { name: 'Jawaban' })).toBeVisible()
  await reader.goto(seedPath)
  await expect(reader.locator('.comment .comment').filter({ hasText: 'Silakan, Bu.' })).toContainText('penulis')

  await page.locator('summary').filter({ hasText: 'Pengirim' }).click()
  await page.getByRole('button', { name: /^Blokir nama ini/ }).click()
  await expect(page.getByText('Nama ini diblokir.')).toBeVisible()
  await comment(reader, 'Saya lagi, dengan nama yang sama.', 'IBU KALIMAS')
  await page.goto('/admin/komentar?antrean=spam&q=Saya+lagi')
  await expect(row(page, 'Saya lagi')).toContainText('nama ini diblokir')
  await page.goto('/admin/komentar/blokir')
  await page.getByRole('button', { name: /^Buka blokir/ }).click()
  await expect(page.getByText('Belum ada yang diblokir.')).toBeVisible()
  await reader.context().close()
})

test('nothing that is written into a comment runs or breaks the page, for readers or in the queue', async ({ page, browser }) => {
  const hostile = [
    '<script>window.hit=1</script>', '"><img src=x onerror="window.hit=1">', '</textarea><svg onload="window.hit=1">', 'javascript:window.hit=1', '\u202Eterbalik\u202C',
    `Z${'\u0351\u036B\u0343'.repeat(30)}`.repeat(20), 'a'.repeat(4000), `https://contoh.id/${'b'.repeat(900)}`, '\uFDFD'.repeat(200), '👨‍👩‍👧‍👦'.repeat(100), 'x\u0000y\u2028z', '{{constructor.constructor("window.hit=1")()}}',
  ]
  const reader = await (await browser.newContext({ userAgent: 'Cerita', viewport: { width: 360, height: 740 } })).newPage()
  await reader.goto(seedPath)
  // Ten comments are all that one address may send in ten minutes, so they come as few long ones.
  for (let at = 0; at < hostile.length; at += 4) await comment(reader, `Uji naskah ${at}\n\n${hostile.slice(at, at + 4).join('\n\n')}`.slice(0, 5000), hostile[at]!.slice(0, 70))
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'owner')
  for (const queue of ['held', 'spam']) {
    await page.goto(`/admin/komentar?antrean=${queue}&q=Uji+naskah`)
    await expectHarmless(page)
    const all = page.getByRole('button', { name: /^Setujui/ })
    for (let left = await all.count(); left > 0; left--) {
      await pressAndHear(all.first())
      await expect(all).toHaveCount(left - 1)
    }
  }
  await reader.goto(seedPath)
  await expect(reader.locator('.comment').filter({ hasText: 'Uji naskah' })).toHaveCount(3)
  await expectHarmless(reader)
  for (const query of ['<script>', '"><img src=x onerror=window.hit=1>', '\u202E', '%', "' OR 1=1"]) {
    await reader.goto(`/search?q=${encodeURIComponent(query)}`)
    await expectHarmless(reader)
    await page.goto(`/admin/komentar?q=${encodeURIComponent(query)}`)
    await expectHarmless(page)
  }
  await reader.context().close()
})

async function expectHarmless(page: Page) {
  expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}
