import { findFreePort } from '../scripts/free-port.mjs'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { forget, startFreshSite } from './site'

type Entry = { id: string; kind: 'post' | 'comment'; title?: string; html: string; path?: string; label?: string; more?: string }

const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function entry({ id, kind, title = '', html, path = '', label = '', more = '' }: Entry): string {
  return `<entry><id>tag:blogger.com,1999:blog-77.post-${id}</id><published>2014-06-01T00:30:00.000+07:00</published><updated>2014-06-01T00:30:00.000+07:00</updated>` +
    `<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${kind}'/>` +
    (label && `<category scheme='http://www.blogger.com/atom/ns#' term='${label}'/>`) +
    `<title type='text'>${xml(title)}</title><content type='html'>${xml(html)}</content>` +
    (path && `<link rel='alternate' type='text/html' href='http://teduh-lama.blogspot.com${path}'/>`) +
    `<author><name>Ibu Naomi</name><email>noreply@blogger.com</email></author>${more}</entry>`
}

const answers = (post: string, comment?: string) => `<thr:in-reply-to ref='tag:blogger.com,1999:blog-77.post-${post}'/>` +
  (comment ? `<link rel='related' href='http://www.blogger.com/feeds/77/${post}/comments/default/${comment}'/>` : '')

const blog = `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>` +
  `<id>tag:blogger.com,1999:blog-77.archive</id><title>Teduh Lama</title>${[
    entry({ id: '5001', kind: 'post', title: 'Sauh yang kuat', label: 'Pengharapan', path: '/2014/06/sauh-yang-kuat.html',
      html: `<div class="MsoNormal" style="color:red">Badai reda.<br><br>Baca juga <a href="http://teduh-lama.blogspot.co.id/2014/06/pelabuhan.html?m=1">Pelabuhan</a>.</div><script>alert(1)</script>` }),
    entry({ id: '5002', kind: 'post', title: 'Pelabuhan', path: '/2014/06/pelabuhan.html', html: '<p>Kita tiba.</p>' }),
    entry({ id: '600001', kind: 'comment', html: 'Menguatkan saya.', more: answers('5001') }),
    entry({ id: '600002', kind: 'comment', html: 'Saya juga.', more: answers('5001', '600001') }),
  ].join('')}</feed>`
const file = (name: string, text: string) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(text) })

test('an owner brings an old blog in: looks first, reads what came, and its old addresses and comments answer; a torn file changes nothing', async ({ browser }) => {
  const site = await startFreshSite(await findFreePort())
  try {
    const context = await browser.newContext({ baseURL: site.url, viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const counted = (what: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: new RegExp(`^${what}`) })
    const { request } = context
    await signIn(page, 'owner')

    await page.goto('/admin/pindahan')
    await page.getByLabel('Pilih berkas…').setInputFiles(file('terpotong.xml', blog.slice(0, -40)))
    await expect(page.getByText('Berkas ini terpotong: akhirnya tidak ada.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Masukkan sekarang' })).toBeHidden()
    await page.getByRole('link', { name: 'Pindahan' }).click()
    await page.getByLabel('Pilih berkas…').setInputFiles(file('liburan.xml', '<html>Bukan ekspor</html>'))
    await expect(page.getByRole('main').getByRole('alert')).toContainText('bukan ekspor yang dikenal')
    expect((await request.get('/2014/06/sauh-yang-kuat.html')).status()).toBe(404)

    await page.getByLabel('Pilih berkas…').setInputFiles(file('blog-06-01-2014.xml', blog))
    await expect(page.getByRole('heading', { name: 'Yang akan masuk' })).toBeVisible()
    await expect(counted('Tulisan terbit')).toContainText('2')
    await expect(counted('Komentar')).toContainText('2')
    expect((await request.get('/2014/06/sauh-yang-kuat.html')).status()).toBe(404)
    await page.getByRole('button', { name: 'Masukkan sekarang' }).click()
    await expect(page.getByRole('heading', { name: 'Yang masuk' })).toBeVisible()
    await expect(counted('Tulisan terbit')).toContainText('2')
    await expect(page.getByText('2 baru, 0 diperbarui')).toBeVisible()
    await expectAccessible(page)
    await context.close()

    const reader = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })).newPage()
    await reader.goto('/2014/06/sauh-yang-kuat.html?m=1&showComment=1401557400000#c600002')
    await expect(reader.getByRole('heading', { level: 1, name: 'Sauh yang kuat' })).toBeVisible()
    await expect(reader.locator('#c600001')).toContainText('Menguatkan saya.')
    await expect(reader.locator('#c600001 #c600002, #c600001 ~ * #c600002')).toContainText('Saya juga.')
    await reader.getByRole('link', { name: 'Pelabuhan' }).first().click()
    await expect(reader).toHaveURL(`${site.url}/2014/06/pelabuhan.html`)
    await expect(reader.getByText('Kita tiba.')).toBeVisible()
    expect((await reader.goto('/search/label/Pengharapan'))!.status()).toBe(200)
    await expect(reader.getByRole('link', { name: 'Sauh yang kuat' })).toBeVisible()
    await reader.context().close()
  } finally {
    await site.stop()
    forget(site.data)
  }
})

for (const role of ['author', 'contributor'] as const) {
  test(`to ${role} the room for moving in is not there, and nothing can be sent to it`, async ({ page }) => {
    await signIn(page, role)
    expect((await page.goto('/admin/pindahan'))!.status()).toBe(404)
    const sent = await page.request.post('/api/import?name=blog.xml', { data: blog, headers: { 'sec-fetch-site': 'same-origin' } })
    expect(sent.status()).toBe(403)
  })
}
