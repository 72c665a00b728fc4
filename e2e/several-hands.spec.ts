import { expect, expectAccessible, signIn, test } from './fixtures'

test('a contributor hands in, an editor returns it with a word, and it comes out under two names', async ({ page, browser }) => {
  test.setTimeout(180_000)
  await signIn(page, 'contributor')
  await page.goto('/admin/tulisan/baru')
  await page.getByLabel('Judul', { exact: true }).fill('DUA TANGAN')
  await page.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await page.keyboard.type('Yang satu menabur, yang lain menyiram.')
  await page.getByRole('button', { name: 'Serahkan untuk ditinjau' }).click()
  await expect(page).toHaveURL(/\/admin\/tulisan\/\d+/)
  const id = /tulisan\/(\d+)/.exec(page.url())![1]!
  await expect(page.getByText(/Diserahkan|Sudah diserahkan/).first()).toBeVisible()

  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, 'owner')
  await desk.getByRole('link', { name: /tulisan siap ditinjau/ }).click()
  // The overview names it too, and leads to the editor.
  await desk.waitForURL(/\/admin\/tinjauan/)
  await desk.getByRole('link', { name: 'DUA TANGAN' }).click()
  await desk.getByLabel('Apa yang perlu diperbaiki').fill('Tambahkan nats, ya.')
  await desk.getByRole('button', { name: 'Kembalikan ke penulis' }).click()
  await expect(desk.getByText('Tambahkan nats, ya.')).toBeVisible()
  await expectAccessible(desk)

  await page.goto(`/admin/tulisan/${id}`)
  await page.getByRole('link', { name: /Catatan \(1\)/ }).click()
  await expect(page.getByText('Tambahkan nats, ya.')).toBeVisible()
  await page.getByLabel('Catatan baru').fill('Sudah.')
  await page.getByRole('button', { name: 'Kirim catatan' }).click()
  await expect(page.getByText('Catatan sudah tersimpan.')).toBeVisible()
  await page.goto(`/admin/tulisan/${id}`)
  await page.getByRole('button', { name: 'Serahkan untuk ditinjau' }).click()
  await expect(page.getByText(/Diserahkan|Sudah diserahkan/).first()).toBeVisible()

  await desk.goto(`/admin/tinjauan/${id}`)
  await desk.getByLabel('Penulis ke-2').selectOption({ label: 'Pak Penulis' })
  await desk.getByRole('button', { name: 'Simpan penulis' }).click()
  await expect(desk.getByText('Nama penulis tersimpan.')).toBeVisible()
  await desk.getByRole('button', { name: 'Terbitkan sekarang' }).click()
  await expect(desk.getByText('Terbit', { exact: true })).toBeVisible()

  const reader = await (await browser.newContext()).newPage()
  await reader.goto('/')
  await reader.getByRole('link', { name: 'DUA TANGAN' }).first().click()
  await expect(reader.locator('.by')).toHaveText('oleh Sari Kontributor dan Pak Penulis')
  await reader.getByRole('link', { name: 'Pak Penulis' }).click()
  await expect(reader.getByRole('link', { name: 'DUA TANGAN' })).toBeVisible()

  await desk.goto('/admin/kegiatan')
  await expect(desk.getByText('menerbitkan “DUA TANGAN”')).toBeVisible()
  await reader.context().close()
  await desk.context().close()
})
