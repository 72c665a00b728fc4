import { sanitiseBody } from '@/lib/html'
import { expect, signIn, test } from './fixtures'
import { openNewPost, throughEditor } from './editor'
import { randomHtml } from './random-html'
import { whatIsSaid } from './what-is-said'

const documents = Number(process.env.TEDUH_E2E_DOCUMENTS ?? 30)

test('whatever HTML is opened and saved again says what it said', async ({ page }) => {
  test.setTimeout(60_000 + documents * 3000)
  await signIn(page, 'author')
  await openNewPost(page)
  for (let seed = 1; seed <= documents; seed++) {
    const stored = sanitiseBody(randomHtml(seed))
    const saved = sanitiseBody(await throughEditor(page, stored))
    expect.soft(whatIsSaid(saved), `${seed}: ${stored}\n\n${saved}`).toEqual(whatIsSaid(stored))
  }
})

test('a table of an old post is shown, stays through a change beside it, and is changed as HTML', async ({ page }) => {
  await signIn(page, 'author')
  await openNewPost(page)
  const table = '<table><tbody><tr><td>Senin</td><td>Mazmur 1</td></tr></tbody></table>'
  expect(await throughEditor(page, `<p>Jadwal</p>${table}`)).toBe(`<p>Jadwal</p>${table}`)
  const piece = page.getByRole('group', { name: 'Potongan HTML' })
  await expect(piece.getByRole('cell', { name: 'Mazmur 1', includeHidden: true })).toBeVisible()
  await page.getByText('Jadwal').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' minggu ini')
  await piece.getByRole('button', { name: 'Ubah HTML' }).click()
  await page.getByLabel('HTML potongan ini').fill(table.replace('Senin', 'Selasa'))
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
  await expect(piece).toContainText('Selasa')
  await page.getByRole('button', { name: 'Sunting HTML' }).click()
  await expect(page.locator('textarea#badan')).toHaveValue(`<p>Jadwal minggu ini</p>${table.replace('Senin', 'Selasa')}`)
})

test('in the HTML view the author learns beforehand what will not be stored', async ({ page }) => {
  await signIn(page, 'author')
  await openNewPost(page)
  await page.getByRole('button', { name: 'Sunting HTML' }).click()
  await page.locator('textarea#badan').fill('<p style="color:red">a</p><script>x</script>')
  await expect(page.getByRole('status').filter({ hasText: 'Tidak ikut tersimpan' })).toHaveText('Tidak ikut tersimpan: style, <script>.')
})
