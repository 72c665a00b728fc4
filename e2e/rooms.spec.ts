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

let site: Site

test.beforeAll(async () => {
  site = await startFreshSite(await findFreePort())
})
test.afterAll(() => removeSite(site))

for (const width of [360, 1280]) {
  test(`every room of the writing room is accessible and fits at ${width} px`, async ({ browser }) => {
    test.setTimeout(420_000)
    const context = await browser.newContext({ baseURL: site.url, viewport: { width, height: 800 } })
    const page = await context.newPage()
    await signIn(page, 'owner')
    for (const room of rooms) {
      const answer = await page.goto(room)
      expect([room, answer!.status()]).toEqual([room, 200])
      expect(answer!.headers()['cache-control']).toContain('no-store')
      expect(answer!.headers()['x-robots-tag']).toContain('noindex')
      await expectToFit(page, room)
      await expectAccessible(page)
    }
    await context.close()
  })

  test(`every page for readers is accessible and fits at ${width} px, light and dark`, async ({ browser }) => {
    test.setTimeout(420_000)
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ baseURL: site.url, viewport: { width, height: 800 }, colorScheme })
      const page = await context.newPage()
      for (const address of pages) {
        await page.goto(address)
        await expectToFit(page, address)
        // Of what a machine can tell, only colours differ by night.
        await expectAccessible(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)
      }
      await context.close()
    }
  })
}

async function expectToFit(page: import('@playwright/test').Page, address: string) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect([address, over]).toEqual([address, 0])
}
