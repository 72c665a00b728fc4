import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { findFreePort } from '../scripts/free-port.mjs'
import { signIn } from './fixtures'
import { removeSite, startFreshSite, startSite, type Site } from './site'
import { beginWriting, journalLength, numberedWords, postId, saved, signedIn, textInEditor, textOnServer } from './writing'

// Connections break here on purpose, which browsers report as errors: hence not our own `test`.
// And browsers are killed, from which no trace can be fetched in the end.
test.use({ trace: 'off' })

let site: Site

test.beforeAll(async () => {
  test.setTimeout(240_000)
  site = await startFreshSite(await findFreePort())
})
test.afterAll(() => removeSite(site))

const open = async (browser: Browser) => browser.newContext({ baseURL: site.url })

test('on slow 3G, with sends doubled and answers lost, every word arrives and nobody is alarmed', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await open(browser)
  const page = await signedIn(context, 'author')
  await beginWriting(page, 'TIGA BAR SINYAL')
  const slow = await context.newCDPSession(page)
  await slow.send('Network.enable')
  await slow.send('Network.emulateNetworkConditions', { offline: false, latency: 800, downloadThroughput: 50_000, uploadThroughput: 30_000 })
  let sends = 0
  await page.route('**/api/tulisan', async (route) => {
    const turn = sends++ % 3
    // It arrives twice, or it arrives and the answer is lost, or all is well.
    if (turn === 0) await route.fetch().catch(() => {})
    if (turn === 1) {
      await route.fetch().catch(() => {})
      return route.abort('connectionreset')
    }
    return route.continue()
  })
  for (let words = 0; words < 60; words += 10) {
    await page.keyboard.type(numberedWords(words, words + 10), { delay: 8 })
    await page.waitForTimeout(1800)
  }
  await saved(page)
  expect(sends).toBeGreaterThan(4)
  expect((await textInEditor(page)).trim()).toBe(numberedWords(0, 60).trim())
  expect(await textOnServer(page)).toBe(await textInEditor(page))
  await expect(page.getByRole('alert').filter({ hasText: /diubah/ })).toHaveCount(0)
  await expect.poll(() => journalLength(page)).toBe(0)
  const file = new Sqlite(join(site.data, 'teduh.db'), { readonly: true })
  expect(file.prepare(`SELECT COUNT(*) FROM "Post" WHERE "title" = 'TIGA BAR SINYAL'`).pluck().get()).toBe(1)
  file.close()
  await context.close()
})

test('ten minutes without a connection', async ({ browser }) => {
  const context = await open(browser)
  const page = await signedIn(context, 'author')
  await page.clock.install()
  await beginWriting(page, 'DI LEMBAH TANPA SINYAL')
  await page.keyboard.type(numberedWords(0, 5))
  await saved(page)
  await context.setOffline(true)
  for (let minute = 0; minute < 10; minute++) {
    await page.keyboard.type(numberedWords(5 + minute * 4, 9 + minute * 4))
    await page.clock.fastForward(60_000)
  }
  await expect(page.getByText('Belum terkirim, tersimpan di perangkat ini')).toBeVisible()
  expect(await journalLength(page)).toBe(1)
  await context.setOffline(false)
  await saved(page)
  expect(await textOnServer(page)).toBe(await textInEditor(page))
  expect(await textInEditor(page)).toBe(numberedWords(0, 45).trimEnd() + ' ')
  await expect.poll(() => journalLength(page)).toBe(0)
  await context.close()
})

test('a browser that is killed in the middle of a word; the text is its author’s only', async () => {
  test.setTimeout(180_000)
  const profile = mkdtempSync(join(process.cwd(), '.tmp/test/profile-'))
  let device = await startChromium(profile)
  let page = await device.newPage()
  await signIn(page, 'author')
  await beginWriting(page, 'LISTRIK MATI')
  await page.keyboard.type('Yang sudah terkirim. ')
  await saved(page)
  const id = postId(page)
  await page.context().setOffline(true)
  await page.keyboard.type(numberedWords(0, 30))
  const written = await textInEditor(page)
  await device.kill()
  expect(written).toContain('kata29')

  device = await startChromium(profile)
  page = await device.newPage()
  await signInAgain(page, 'owner')
  await page.goto(`/admin/tulisan/${id}`)
  await expect(page.getByRole('textbox', { name: 'Isi tulisan' })).toContainText('Yang sudah terkirim.')
  expect(await textInEditor(page)).not.toContain('kata')
  expect(await journalLength(page)).toBe(1)

  await page.context().clearCookies()
  await signInAgain(page, 'author')
  await page.goto(`/admin/tulisan/${id}`)
  await expect(page.getByText('sudah kami kembalikan')).toBeVisible()
  expect(await textInEditor(page)).toBe(written)
  await saved(page)
  expect(await textOnServer(page)).toBe(written)
  await expect.poll(() => journalLength(page)).toBe(0)
  await device.kill()
  rmSync(profile, { recursive: true, force: true })
})

test('a browser whose database never answers, as some do, still keeps what is written', async ({ browser }) => {
  const context = await open(browser)
  await context.addInitScript(() => {
    const real = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (name, version) {
      const request = real.call(this, name, version)
      for (const answer of ['success', 'error', 'blocked']) request.addEventListener(answer, (event) => event.stopImmediatePropagation())
      return request
    }
  })
  let page = await signedIn(context, 'author')
  await beginWriting(page, 'LACI YANG MACET')
  await page.keyboard.type('Yang sudah terkirim. ')
  await saved(page)
  const id = postId(page)
  await context.setOffline(true)
  await page.keyboard.type(numberedWords(0, 30))
  const written = await textInEditor(page)
  expect(await page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith('teduh.jurnal.'))?.[1])).toContain('kata29')
  await page.close()
  await context.setOffline(false)
  page = await context.newPage()
  await page.goto(`/admin/tulisan/${id}`)
  await expect(page.getByRole('textbox', { name: 'Isi tulisan' })).toHaveText(written.trimEnd())
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('teduh.jurnal.')))).toEqual([])
  expect(await textOnServer(page)).toBe(written)
  await context.close()
})

test('a server that is killed during a save, and comes back', async ({ browser }) => {
  test.setTimeout(240_000)
  const context = await open(browser)
  const page = await signedIn(context, 'author')
  await beginWriting(page, 'SERVER JATUH')
  for (const [round, delay] of [0, 15, 60].entries()) {
    const sending = page.waitForRequest('**/api/tulisan')
    await page.keyboard.type(numberedWords(round * 10, round * 10 + 10))
    await sending
    await page.waitForTimeout(delay)
    await site.stop('SIGKILL')
    await page.keyboard.type(`sesudah${round} `)
    site = await startSite({ port: Number(new URL(site.url).port), data: site.data })
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await saved(page)
    expect(await textOnServer(page)).toBe(await textInEditor(page))
  }
  expect(await textInEditor(page)).toContain('kata29 sesudah2')
  const file = new Sqlite(join(site.data, 'teduh.db'), { readonly: true })
  expect(file.prepare(`SELECT COUNT(*) FROM "Post" WHERE "title" = 'SERVER JATUH'`).pluck().get()).toBe(1)
  file.close()
  await context.close()
})

test('a session that ends in the middle; another account that signs in gets nothing of it', async ({ browser }) => {
  const context = await open(browser)
  const page = await signedIn(context, 'author')
  await beginWriting(page, 'SESI BERAKHIR')
  await page.keyboard.type('Sebelum berakhir. ')
  await saved(page)
  const id = postId(page)
  const file = new Sqlite(join(site.data, 'teduh.db'))
  file.exec(`DELETE FROM "Session"`)
  await page.keyboard.type(numberedWords(0, 12))
  await expect(page.getByText('Sesi Anda sudah berakhir')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Masuk lagi di tab baru' })).toBeVisible()

  const tab = await context.newPage()
  await signIn(tab, 'owner')
  await page.bringToFront()
  await page.keyboard.type(numberedWords(12, 15))
  await page.waitForTimeout(2500)
  expect(file.prepare(`SELECT "body" FROM "Post" WHERE "id" = ?`).pluck().get(id)).not.toContain('kata')
  await context.clearCookies()
  await signIn(tab, 'author')
  await page.bringToFront()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await saved(page)
  expect(await textOnServer(page, id)).toBe(await textInEditor(page))
  expect(await textInEditor(page)).toContain('kata14')
  expect(file.prepare(`SELECT DISTINCT "name" FROM "Revision" JOIN "User" ON "User"."id" = "userId" WHERE "postId" = ?`).pluck().all(id)).toEqual(['Pak Penulis'])
  file.close()
  await context.close()
})

test('two tabs of one person know of each other, and raise no alarm', async ({ browser }) => {
  const context = await open(browser)
  const first = await signedIn(context, 'author')
  await beginWriting(first, 'DUA TAB')
  await first.keyboard.type('Dari tab satu. ')
  await saved(first)
  const second = await context.newPage()
  await second.goto(first.url())
  await expect(second.getByText('juga terbuka di tab lain')).toBeVisible()
  await expect(first.getByText('juga terbuka di tab lain')).toBeVisible()
  await second.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await second.keyboard.press('Control+End')
  await second.keyboard.type('Dari tab dua. ')
  await saved(second)
  await expect(first.getByRole('textbox', { name: 'Isi tulisan' })).toContainText('Dari tab dua.')
  await first.bringToFront()
  await first.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await first.keyboard.press('Control+End')
  await first.keyboard.type('Satu lagi.')
  await saved(first)
  expect(await textOnServer(first)).toContain('Dari tab satu. Dari tab dua.')
  expect(await textOnServer(first)).toContain('Satu lagi.')
  await expect(first.getByRole('alert').filter({ hasText: /diubah/ })).toHaveCount(0)
  await context.close()
})

test('two people who write the same part see both texts, and neither is lost', async ({ browser }) => {
  const [one, two] = [await open(browser), await open(browser)]
  const author = await signedIn(one, 'author')
  await beginWriting(author, 'DUA TANGAN')
  await author.keyboard.type('Awal bersama.')
  await saved(author)
  const id = postId(author)
  const owner = await signedIn(two, 'owner')
  await owner.goto(`/admin/tulisan/${id}`)
  await one.setOffline(true)
  await author.keyboard.type(' Dari penulis.')
  await owner.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await owner.keyboard.press('Control+End')
  await owner.keyboard.type(' Dari pemilik.')
  await saved(owner)
  await one.setOffline(false)
  const both = author.getByRole('alert').filter({ hasText: 'Ibu Pemilik mengubah bagian yang sama' })
  await expect(both).toBeVisible()
  await expect(both).toContainText('Awal bersama. Dari penulis.')
  await expect(both).toContainText('Awal bersama. Dari pemilik.')
  await author.getByRole('button', { name: 'Lanjutkan versi itu' }).click()
  await expect(author.getByRole('textbox', { name: 'Isi tulisan' })).toContainText('Dari pemilik.')
  await saved(author)
  const file = new Sqlite(join(site.data, 'teduh.db'), { readonly: true })
  const kept = file.prepare(`SELECT "content" FROM "Revision" WHERE "postId" = ?`).pluck().all(id).join('\n')
  expect(kept).toContain('Awal bersama. Dari penulis.')
  expect(kept).toContain('Awal bersama. Dari pemilik.')
  file.close()
  await one.close()
  await two.close()
})

test('what is written on a public post waits for Perbarui', async ({ browser }) => {
  const context = await open(browser)
  const page = await signedIn(context, 'author')
  await beginWriting(page, 'SUDAH TERBIT')
  await page.keyboard.type('Yang dibaca orang.')
  await page.getByRole('button', { name: 'Terbitkan', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Sudah terbit/ })).toBeVisible()
  const address = (await page.getByRole('link', { name: 'Lihat di situs' }).getAttribute('href'))!
  await page.getByRole('textbox', { name: 'Isi tulisan' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Setengah kalim')
  await saved(page)
  await expect(page.getByText('Ada perubahan yang belum dilihat pembaca')).toBeVisible()
  expect(await (await page.request.get(address)).text()).not.toContain('Setengah kalim')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Isi tulisan' })).toContainText('Setengah kalim')
  await page.getByRole('button', { name: 'Perbarui' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Sudah diperbarui/ })).toBeVisible()
  expect(await (await page.request.get(address)).text()).toContain('Setengah kalim')
  await context.close()
})

/** A browser of our own, which can be killed as a phone's battery kills it. */
async function startChromium(profile: string) {
  const port = await findFreePort()
  const child: ChildProcess = spawn(process.env.TEDUH_CHROMIUM ?? chromium.executablePath(), [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--lang=id-ID', `--user-data-dir=${profile}`, `--remote-debugging-port=${port}`, 'about:blank',
  ], { stdio: 'ignore', detached: true })
  const browser = await untilConnected(`http://localhost:${port}`)
  const ended = new Promise((resolve) => { child.on('exit', resolve) })
  return {
    newPage: async () => {
      const page = await browser.contexts()[0]!.newPage()
      const goto = page.goto.bind(page)
      page.goto = (url, options) => goto(new URL(url, site.url).href, options)
      return page
    },
    kill: async () => {
      process.kill(-child.pid!, 'SIGKILL')
      await ended
    },
  }
}

async function untilConnected(address: string): Promise<Browser> {
  for (let tries = 0; tries < 150; tries++) {
    const browser = await chromium.connectOverCDP(address).catch(() => null)
    if (browser) return browser
    await new Promise((resolve) => { setTimeout(resolve, 200) })
  }
  throw new Error('Chromium did not start')
}

/** The profile may or may not have kept who was signed in. */
async function signInAgain(page: Page, role: 'owner' | 'author') {
  await page.context().clearCookies()
  await signIn(page, role)
}
