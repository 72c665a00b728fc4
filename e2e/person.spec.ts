import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, seedPath, signIn, test } from './fixtures'

const email = 'rahel.unik@contoh.id'

test('an editor gives a commenter everything that is kept, and erases it', async ({ page, request }) => {
  const words = 'Firman ini menguatkan saya minggu ini.'
  const sent = await request.post('/api/comments', {
    form: { postId: '4', name: 'Bu Rahel Unik', email, body: words }, headers: { 'sec-fetch-site': 'same-origin' }, maxRedirects: 0,
  })
  expect(sent.status()).toBe(303)
  await signIn(page, 'owner')
  await page.goto('/admin/komentar/orang')
  await expectAccessible(page)
  await page.getByLabel('Alamat email pembaca').fill('tidak.ada@contoh.id')
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Tidak ada yang tersimpan dari alamat ini.' })).toBeVisible()
  await page.getByLabel('Alamat email pembaca').fill(email.toUpperCase())
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(page.getByRole('heading', { name: 'Bu Rahel Unik' })).toBeVisible()
  expect(page.url()).not.toContain('@')
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh datanya' }).click()])
  expect(JSON.parse(await readFile((await download.path())!, 'utf8'))).toMatchObject({ emails: [email], comments: [{ name: 'Bu Rahel Unik', email, body: words }] })

  for (const address of ['/', seedPath, '/feeds/comments/default', '/feeds/comments/default?alt=json', '/feeds/posts/default']) {
    expect(await (await request.get(address)).text()).not.toContain(email)
  }
  page.on('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Hapus semuanya' }).click()
  await expect(page.getByRole('status')).toContainText('1 komentar sudah dihapus')
  await page.goto('/admin/komentar')
  await expect(page.getByText(words)).toHaveCount(0)
})

test('an author does not see whose address it was, on the page or in what the page is made of', async ({ page, request }) => {
  await request.post('/api/comments', { form: { postId: '4', name: 'Pak Lukas', email: 'lukas.unik@contoh.id', body: 'Amin.' }, headers: { 'sec-fetch-site': 'same-origin' }, maxRedirects: 0 })
  await signIn(page, 'author')
  expect((await page.request.get('/admin/komentar/orang')).status()).toBe(404)
  expect((await page.request.get('/api/people-data?komentar=1')).status()).toBe(403)
  for (const headers of [{ accept: 'text/html' }, { RSC: '1' }] as Record<string, string>[]) expect(await (await page.request.get('/admin/komentar', { headers })).text()).not.toContain('lukas.unik')
})
