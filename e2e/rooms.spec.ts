import type { Browser, Page } from '@playwright/test'
import { findFreePort } from '../scripts/free-port.mjs'
import { expect, expectAccessible, seedPath, signIn, test } from './fixtures'
import { removeSite, startFreshSite, type Site } from './site'

const rooms = [
  '/admin', '/admin/tulisan', '/admin/tulisan?keadaan=draft', '/admin/tulisan/baru', '/admin/tulisan/4', '/admin/tulisan/4/riwayat', '/admin/tulisan/4/pratinjau', '/admin/kalender', '/admin/kalender?bulan=2025-03', '/admin/halaman', '/admin/halaman/baru',
  '/admin/komentar', '/admin/komentar?antrean=visible', '/admin/komentar/1', '/admin/komentar/blokir', '/admin/angka', '/admin/angka?hari=365', '/admin/lainnya', '/admin/profil',
  '/admin/orang', '/admin/orang/1', '/admin/label', '/admin/label/1', '/admin/menu', '/admin/media', '/admin/pengaturan', '/admin/contoh', '/admin/pindahan', '/admin/tinjauan', '/admin/tinjauan/4', '/admin/kegiatan', '/admin/keamanan', '/admin/pengalihan', '/admin/cadangan',
  '/admin/doa', '/admin/komentar/orang',
]
const pages = ['/', seedPath, '/arsip', '/2025/', '/2025/03/', '/label', '/search/label/Integritas', '/search', '/search?q=ombak', '/p/tentang.html', '/penulis/ratna-widyawati', '/tidak/ada', '/masuk', '/lupa-sandi', '/tautan/bukan-tautan', '/tautan/selesai?apa=answers-off', '/pokok-doa', '/pokok-doa/terima-kasih']

const widths = [360, 1280]

let site: Site

test.beforeAll(async () => {
  site = await startFreshSite(await findFreePort())
})
test.afterAll(() => removeSite(site))

test('every room of the writing room is accessible and fits, at 360 and at 1280 px', async ({ browser }) => {
  test.setTimeout(420_000)
  const { page, close } = await look(browser)
  await signIn(page, 'owner')
  for (const room of rooms) {
    const answer = await page.goto(room)
    expect([room, answer!.status()]).toEqual([room, 200])
    expect(answer!.headers()['cache-control']).toContain('no-store')
    expect(answer!.headers()['x-robots-tag']).toContain('noindex')
    await atBothWidths(page, room, () => expectAccessible(page))
  }
  await close()
})

test('every page for readers is accessible and fits, at 360 and at 1280 px, light and dark', async ({ browser }) => {
  test.setTimeout(420_000)
  const { page, close } = await look(browser)
  for (const address of pages) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(address)
    await atBothWidths(page, address, () => expectAccessible(page))
    // Of what a machine can tell, only colours differ by night.
    await page.emulateMedia({ colorScheme: 'dark' })
    await atBothWidths(page, address, () => expectAccessible(page, ['color-contrast']))
  }
  await close()
})

test('what is drawn late becomes no higher than it stands there, and a link to a comment lands on it', async ({ browser }) => {
  const { page, close } = await look(browser)
  await page.goto(seedPath)
  const blocks = await page.locator('[data-late]').all()
  expect(blocks).toHaveLength(2)
  const heights = () => Promise.all(blocks.map(async (block) => (await block.boundingBox())!.height))
  const before = await heights()
  for (const block of blocks) await block.scrollIntoViewIfNeeded()
  await expect.poll(async () => (await heights()).map((height, i) => height < before[i]!)).toEqual([true, true])
  const last = (await page.locator('.comment').last().getAttribute('id'))!
  await page.goto('about:blank')
  await page.goto(`${seedPath}#${last}`)
  await expect(page.locator(`#${last}`)).toBeInViewport()
  await close()
})

async function look(browser: Browser) {
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: widths[0]!, height: 800 } })
  return { page: await context.newPage(), close: () => context.close() }
}

/** What is loaded once is looked at in each width, as when a tablet is turned. */
async function atBothWidths(page: Page, address: string, check: () => Promise<void>) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect([address, width, over]).toEqual([address, width, 0])
    await check()
  }
}
