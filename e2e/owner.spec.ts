import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, signIn, test } from './fixtures'
import { findFreePort } from '../scripts/free-port.mjs'
import { removeSite, startFreshSite, teduh, type Site } from './site'

// The owner changes what the other stories read, so this blog is the owner's alone.
let site: Site
test.beforeAll(async () => {
  site = await startFreshSite(await findFreePort())
})
test.afterAll(() => removeSite(site))

test.describe('the owner', () => {
  test('names the blog, gives it a picture, and readers see it at the next request', async ({ browser }) => {
    const { page, reader } = await open(browser)
    await page.goto('/admin/pengaturan')
    await page.getByLabel('Nama blog').fill('Embun Pagi')
    await page.getByRole('group', { name: 'Ikon' }).getByRole('button', { name: 'Pilih gambar' }).click()
    const picture = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#2c4a78' } }).jpeg().toBuffer()
    await page.locator('input[type=file]').setInputFiles({ name: 'ikon.jpg', mimeType: 'image/jpeg', buffer: picture })
    await expect(page.getByRole('group', { name: 'Ikon' }).getByRole('button', { name: 'Ganti gambar' })).toBeVisible()
    await page.locator('form').filter({ has: page.getByLabel('Nama blog') }).getByRole('button', { name: 'Simpan', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: /[Tt]ersimpan|Sudah/ })).toBeVisible()

    const home = await (await reader.get('/')).text()
    expect(home).toContain('<title>Embun Pagi</title>')
    const icon = home.match(/href="(\/media\/\d+\/icon\.png)/)?.[1]
    const answer = await reader.get(icon!)
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png'])
    const { width, height } = await sharp(await answer.body()).metadata()
    expect([width, height]).toEqual([192, 192])
    await page.context().close()
  })

  test('renames a label, and its old address leads to the new one', async ({ browser }) => {
    const { page, reader } = await open(browser)
    await page.goto('/admin/label')
    await page.getByRole('link', { name: 'Ubah label Integritas' }).click()
    await page.getByLabel('Nama label').fill('Kejujuran')
    await page.getByRole('button', { name: 'Simpan nama' }).click()
    await expect(page.getByText('Nama label sudah diganti')).toBeVisible()
    const old = await reader.get('/search/label/Integritas', { maxRedirects: 0 })
    expect([old.status(), old.headers().location]).toEqual([301, '/search/label/Kejujuran'])
    expect((await reader.get('/search/label/Kejujuran')).status()).toBe(200)
    await page.context().close()
  })

  test('puts a link into the menu', async ({ browser }) => {
    const { page, reader } = await open(browser)
    await page.goto('/admin/menu')
    await page.getByLabel('Apa', { exact: true }).selectOption({ label: 'Tautan' })
    await page.getByLabel('Kata di menu').fill('Jadwal ibadah')
    await page.getByLabel('Alamat').fill('https://contoh.id/jadwal')
    await page.getByRole('button', { name: 'Tambahkan' }).click()
    await expect(page.getByText('Menu tersimpan.')).toBeVisible()
    expect(await (await reader.get('/')).text()).toContain('href="https://contoh.id/jadwal"')
    await page.context().close()
  })

  test('invites somebody by a link that works once, and shows the door at once', async ({ browser }) => {
    const { page } = await open(browser)
    await page.goto('/admin/orang')
    await page.getByLabel('Nama', { exact: true }).fill('Bu Kontributor')
    await page.getByLabel('Email').fill('kontributor@contoh.id')
    await page.getByLabel('Peran').selectOption({ label: 'Kontributor' })
    await page.getByRole('button', { name: 'Buat undangan' }).click()
    const link = await page.getByText(/\/tautan\//).or(page.locator('input[value*="/tautan/"]')).first().evaluate((node) => (node as HTMLInputElement).value ?? node.textContent)

    const other = await (await browser.newContext({ baseURL: site.url })).newPage()
    await other.goto(link.match(/http\S+/)![0])
    await expect(other.getByLabel('Nama', { exact: true })).toHaveValue('Bu Kontributor')
    await other.getByLabel('Kata sandi', { exact: true }).fill('embun di rumput pagi')
    await other.getByRole('button', { name: 'Terima undangan' }).click()
    await other.waitForURL('**/admin')

    // A contributor hands in and does not publish, and has no business in other rooms.
    await other.goto('/admin/tulisan/baru')
    await expect(other.getByRole('button', { name: 'Terbitkan', exact: true })).toHaveCount(0)
    for (const room of ['/admin/orang', '/admin/pengaturan', '/admin/label/1']) expect([room, (await other.goto(room))!.status()]).toEqual([room, 404])

    await page.goto('/admin/orang')
    await page.getByRole('link', { name: 'Bu Kontributor' }).click()
    await page.getByRole('button', { name: 'Nonaktifkan' }).click()
    await expect(page.getByText('Sudah dinonaktifkan')).toBeVisible()
    await other.goto('/admin')
    await expect(other).toHaveURL(/\/masuk/)
    await other.context().close()
    await page.context().close()
  })

  test('takes the sample content out, and keeps what is theirs', async ({ browser }) => {
    const { page, reader } = await open(browser)
    const file = join(site.data, 'tulisan.md')
    writeFileSync(file, '---\ntitle: TULISAN SAYA SENDIRI\nlabels: [Pengharapan, "100%", "A%2FB & %41"]\n---\n\nIni bukan contoh.\n')
    const own = teduh(site.data, ['post', 'publish', file, '--json'])
    expect(own.status, own.stderr).toBe(0)
    for (const label of ['100%', 'A%2FB & %41']) {
      const list = await reader.get(`/search/label/${encodeURIComponent(label)}`)
      expect(list.status()).toBe(200)
      const shown = label.replace('&', '&amp;')
      expect(await list.text()).toMatch(new RegExp(`<title>[^<]*${shown}[^<]*</title>.*<h1[^>]*>[^/]*${shown}`, 's'))
    }
    await page.goto('/admin/contoh')
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Hapus semua isi contoh' }).click()
    await expect(page.getByText('Tidak ada lagi isi contoh di blog ini.')).toBeVisible()
    const home = await (await reader.get('/')).text()
    expect(home).toContain('TULISAN SAYA SENDIRI')
    expect(home).not.toContain('OMBAK DAN SELANCAR')
    await page.context().close()
  })
})

async function open(browser: import('@playwright/test').Browser) {
  const context = await browser.newContext({ baseURL: site.url })
  const page = await context.newPage()
  await signIn(page, 'owner')
  const reader = (await browser.newContext({ baseURL: site.url })).request
  return { page, reader }
}
