import type { Page } from '@playwright/test'
import { expect, seedPath, test } from './fixtures'
import { password } from './site'

/** Presses Tab until the element has the focus; fails where the keyboard cannot get there. */
async function tabTo(page: Page, name: RegExp, most = 60) {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      if (!element) return ''
      return element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? ''
    })
    if (name.test(focused.trim())) return
  }
  throw new Error(`The keyboard did not reach ${name}.`)
}

test('with the keyboard alone: sign in, write, publish, and answer a comment', async ({ page }) => {
  await page.goto('/masuk')
  await tabTo(page, /^Email/)
  await page.keyboard.type('author@contoh.id')
  await tabTo(page, /^Kata sandi/)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/admin')
  await tabTo(page, /Tulis renungan/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/baru')
  await tabTo(page, /^Judul/)
  await page.keyboard.type('TANPA TETIKUS')
  await tabTo(page, /^Isi tulisan/)
  await page.keyboard.type('Jari saja sudah CUKUP.')
  // Tab leaves the text; it does not indent it.
  await tabTo(page, /^Terbitkan$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: /[Tt]erbit/ })).toBeVisible()
})

test('with the keyboard alone: skip to the text, and comment', async ({ page }) => {
  await page.goto(seedPath)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Langsung ke' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, /^Nama/)
  await page.keyboard.type('Pak Papan Ketik')
  await tabTo(page, /^Komentar/)
  await page.keyboard.type('Terkirim tanpa tetikus.')
  await tabTo(page, /^Kirim komentar/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'sudah kami terima' })).toBeVisible()
})
