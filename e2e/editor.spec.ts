import { wav } from '../lib/testing/sounds'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { openNewPost, readHtml } from './editor'

test('with the keyboard alone: a verse, a list, a quotation and a heading by slash and by signs', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'author')
  const body = await openNewPost(page)
  await page.keyboard.type('/ay')
  await expect(page.getByRole('listbox', { name: 'Sisipkan' }).getByRole('option', { name: 'Ayat' })).toHaveAttribute('aria-selected', 'true')
  await expect(body).toHaveAttribute('aria-activedescendant', /sisipan-0/)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Siapa bersih kelakuannya, aman jalannya.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Amsal 10:9')
  await page.keyboard.press('Enter')
  await page.keyboard.type('## Sekarang')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- satu')
  await page.keyboard.press('Enter')
  await page.keyboard.type('**dua** dan *tiga*')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('> kata ibu')
  await expect(page.getByText('14 kata · sekitar 1 menit membaca')).toBeVisible()
  expect(await readHtml(page)).toBe(
    '<figure><blockquote><p>Siapa bersih kelakuannya, aman jalannya.</p></blockquote><figcaption>Amsal 10:9</figcaption></figure>' +
      '<h2>Sekarang</h2><ul><li><p>satu</p></li><li><p><strong>dua</strong> dan <em>tiga</em></p></li></ul><blockquote><p>kata ibu</p></blockquote>',
  )
})

test('a slash that is followed by nothing known stays a slash', async ({ page }) => {
  await signIn(page, 'author')
  await openNewPost(page)
  await page.keyboard.type('suami /istri dan /')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.keyboard.type('lanjut')
  expect(await readHtml(page)).toBe('<p>suami /istri dan /</p><p>lanjut</p>')
})

test('a picture needs its description or the word that it is decoration, and can have a caption', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'author')
  await openNewPost(page)
  await page.keyboard.type('Sebelum')
  await page.getByRole('button', { name: 'Sisipkan' }).click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Gambar', exact: true }).click()
  await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click()
  await page.getByLabel('Keterangan gambar').fill('')
  await page.getByRole('button', { name: 'Sisipkan gambar' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('Tulis keterangan gambar, atau tandai sebagai hiasan.')
  await page.getByLabel('Keterangan gambar').fill('Ladang pagi hari')
  await page.getByLabel('Teks di bawah gambar').fill('Foto: keluarga kami')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sisipkan gambar' }).click()
  await page.keyboard.type('Sesudah')
  const html = await readHtml(page)
  expect(html).toMatch(/^<p>Sebelum<\/p><figure><img src="\/media\/\d+\/[^"]+" alt="Ladang pagi hari" width="\d+" height="\d+" data-media="\d+"><figcaption>Foto: keluarga kami<\/figcaption><\/figure><p>Sesudah<\/p>$/)

  await page.getByRole('img', { name: 'Ladang pagi hari' }).click()
  await page.getByRole('toolbar').getByRole('button', { name: 'Gambar' }).click()
  await page.getByLabel('Hanya hiasan, tanpa keterangan').check()
  await page.getByLabel('Teks di bawah gambar').fill('')
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
  expect(await readHtml(page)).toBe(html.replace('alt="Ladang pagi hari"', 'alt=""').replace('<figcaption>Foto: keluarga kami</figcaption>', ''))
})

test('a picture that is pasted or dropped into the text is uploaded and asked for its description', async ({ page }) => {
  await signIn(page, 'author')
  await openNewPost(page)
  await page.keyboard.type('Sebelum')
  for (const [way, color] of [['paste', '#a33'], ['drop', '#3a3']] as const) {
    await page.evaluate(async ([way, color]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 })
      const brush = canvas.getContext('2d')!
      brush.fillStyle = color
      brush.fillRect(0, 0, 640, 360)
      const blob = await new Promise<Blob>((resolve) => { canvas.toBlob((made) => resolve(made!)) })
      const data = new DataTransfer()
      data.items.add(new File([blob], `${way}.png`, { type: 'image/png' }))
      const text = document.getElementById('badan')!
      const { left, bottom } = text.getBoundingClientRect()
      const how = { bubbles: true, cancelable: true }
      text.dispatchEvent(way === 'paste' ? new ClipboardEvent('paste', { ...how, clipboardData: data }) : new DragEvent('drop', { ...how, dataTransfer: data, clientX: left + 5, clientY: bottom - 5 }))
    }, [way, color] as const)
    await page.getByLabel('Keterangan gambar').fill(`Gambar ${way}`)
    await page.getByRole('button', { name: 'Sisipkan gambar' }).click()
    await expect(page.getByRole('img', { name: `Gambar ${way}` })).toBeVisible()
  }
  expect(await readHtml(page)).toMatch(/^<p>Sebelum<\/p><figure><img src="\/media\/\d+\/[^"]+" alt="Gambar paste" width="640" height="360" data-media="\d+"><\/figure>.*alt="Gambar drop"/)
})

test('a video is a link until it is pressed, and only then is YouTube asked for anything', async ({ page, browser }) => {
  await signIn(page, 'author')
  await openNewPost(page)
  await page.getByLabel('Judul').fill('KIDUNG PAGI INI')
  await page.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await page.keyboard.type('/youtube')
  await page.keyboard.press('Enter')
  await page.getByLabel('Alamat video').fill('https://contoh.id/bukan-video')
  await page.getByLabel('Judul video').fill('Kidung Pagi')
  await page.getByRole('button', { name: 'Sisipkan video' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('belum alamat video YouTube')
  await page.getByLabel('Alamat video').fill('https://youtu.be/abc_EFG-ijk?si=x')
  await page.getByRole('button', { name: 'Sisipkan video' }).click()
  await page.getByRole('button', { name: 'Tambah doa' }).click()
  await page.getByRole('textbox', { name: 'Doa' }).fill('Tuhan, dengarlah.\n\nAmin.')
  await page.getByRole('button', { name: 'Tambah pertanyaan' }).click()
  await page.getByRole('textbox', { name: /^Pertanyaan/ }).fill('Siapa?\nMengapa?')
  await page.getByRole('button', { name: 'Terbitkan', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Lihat di situs' })).toBeVisible()
  const address = await page.getByRole('link', { name: 'Lihat di situs' }).getAttribute('href')

  const context = await browser.newContext()
  const asked: string[] = []
  await context.route(/^https:/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: 'player' })
  })
  const reader = await context.newPage()
  await reader.goto(address!)
  await expectAccessible(reader)
  await expect(reader.getByRole('heading', { name: 'Pertanyaan untuk direnungkan' })).toBeVisible()
  await expect(reader.getByRole('listitem').filter({ hasText: 'Mengapa?' })).toBeVisible()
  await expect(reader.getByText('Tuhan, dengarlah.')).toBeVisible()
  expect(asked).toEqual([])
  await reader.getByRole('link', { name: 'Kidung Pagi' }).click()
  await expect(reader.locator('iframe')).toHaveAttribute('title', 'Kidung Pagi')
  await expect(reader.frameLocator('iframe').getByText('player')).toBeVisible()
  expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/abc_EFG-ijk?autoplay=1'])
  await context.close()

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto(address!)
  await expect(plain.getByRole('link', { name: 'Kidung Pagi' })).toHaveAttribute('href', 'https://www.youtube.com/watch?v=abc_EFG-ijk')
  await plain.context().close()
})

test('a recording is uploaded from the text, named, and heard by readers who press it', async ({ page, browser }) => {
  await signIn(page, 'author')
  await openNewPost(page)
  await page.getByLabel('Judul').fill('DOA YANG DIREKAM')
  await page.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await page.keyboard.type('/rekaman')
  await page.keyboard.press('Enter')
  await page.getByLabel('Unggah rekaman').setInputFiles({ name: 'doa-pagi.wav', mimeType: 'audio/wav', buffer: wav(0, 0.5) })
  await expect(page.getByLabel('Judul rekaman')).toHaveValue('doa pagi')
  await page.getByLabel('Judul rekaman').fill('Doa pagi, dibacakan')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sisipkan rekaman' }).click()
  await page.getByRole('button', { name: 'Terbitkan', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Lihat di situs' })).toBeVisible()
  const address = await page.getByRole('link', { name: 'Lihat di situs' }).getAttribute('href')

  const context = await browser.newContext()
  const reader = await context.newPage()
  const asked: string[] = []
  reader.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await reader.goto(address!)
  await expect(reader.getByText('Doa pagi, dibacakan')).toBeVisible()
  expect(asked.filter((path) => path.startsWith('/rekaman/'))).toEqual([])
  const seconds = await reader.locator('audio').evaluate((audio: HTMLAudioElement) => new Promise<number>((resolve, reject) => {
    audio.addEventListener('loadedmetadata', () => resolve(audio.duration))
    audio.addEventListener('error', () => reject(new Error(audio.error?.message)))
    audio.preload = 'metadata'
    audio.load()
  }))
  expect(seconds).toBeCloseTo(0.5, 1)
  await context.close()
})
