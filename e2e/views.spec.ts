import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { expect, signIn, test } from './fixtures'

const path = '/2025/04/seekor-kucing-di-gereja.html'
const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'

/** What is on disk: readers of the post by part, and what was not counted by reason. */
function counts() {
  const file = new Sqlite(join(process.env.TEDUH_E2E_DATA!, 'teduh.db'), { readonly: true })
  const { id } = file.prepare('SELECT "id" FROM "Post" WHERE "path" = ?').get(path) as { id: number }
  const sums = file.prepare('SELECT sum("views") AS views, sum("similar") AS similar, sum("noScript") AS noScript FROM "ViewCount" WHERE "postId" = ?').get(id)
  const rows = file.prepare('SELECT "reason", sum("hits") AS hits FROM "DiscardedHits" WHERE "postId" = ? GROUP BY "reason"').all(id) as { reason: string; hits: number }[]
  file.close()
  return { id, ...(sums as { views: number; similar: number; noScript: number }), ...Object.fromEntries(rows.map(({ reason, hits }) => [reason, hits])) } as Record<string, number>
}
const gained = (before: Record<string, number>) => {
  const after = counts()
  return Object.fromEntries(Object.keys(after).filter((key) => key !== 'id' && after[key] !== (before[key] ?? 0)).map((key) => [key, after[key]! - (before[key] ?? 0)]))
}

async function reader(browser: Browser, more: BrowserContextOptions = {}) {
  const context = await browser.newContext({ userAgent: phone, ...more })
  const page = await context.newPage()
  const read = async () => {
    const counted = page.waitForResponse('**/api/views')
    await page.goto(path)
    expect((await counted).status()).toBe(204)
  }
  return { context, page, read }
}

test('a phone counts once, however often it opens the page; one that forgets counts as a similar one', async ({ browser }) => {
  const before = counts()
  const { context, page, read } = await reader(browser, { locale: 'id-ID' })
  await read()
  expect(gained(before)).toEqual({ views: 1 })
  for (let i = 0; i < 3; i++) await read()
  expect(gained(before)).toEqual({ views: 1, duplicate: 3 })
  await page.evaluate(() => localStorage.clear())
  await read()
  expect(gained(before)).toEqual({ views: 2, similar: 1, duplicate: 3 })
  await context.close()
})

test('a reader without script counts by the picture', async ({ browser }) => {
  const before = counts()
  const { context, page } = await reader(browser, { javaScriptEnabled: false, locale: 'en-US' })
  const pixel = page.waitForResponse('**/api/views/*.gif')
  await page.goto(path)
  expect((await pixel).status()).toBe(200)
  expect(gained(before)).toEqual({ views: 1, noScript: 1 })
  await context.close()
})

test('a crawler that runs scripts and somebody who writes here do not count', async ({ browser }) => {
  const before = counts()
  const robot = await reader(browser, { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36' })
  await robot.read()
  await robot.context.close()
  expect(gained(before)).toEqual({ bot: 1 })

  const staff = await reader(browser, { locale: 'de-DE' })
  await signIn(staff.page, 'author')
  await staff.read()
  // Signed out, the device still belongs to somebody who writes here.
  await staff.context.clearCookies()
  await staff.read()
  await staff.context.close()
  expect(gained(before)).toEqual({ bot: 1, staff: 2 })
})

test('a page on another site counts nothing, by picture, form or script', async ({ browser, baseURL }) => {
  const before = counts()
  const target = `${baseURL}/api/views`
  const other = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<img src="${target}/${before.id}.gif"><form id="f" method="post" enctype="text/plain" action="${target}" target="frame"><input name='{"post":${before.id},"x":"' value='"}'></form>
      <iframe name="frame"></iframe>
      <script>fetch('${target}', { method: 'POST', mode: 'no-cors', body: '{"post":${before.id}}' }).catch(() => {}); f.submit()</script>`)
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { context, page } = await reader(browser, { locale: 'fr-FR' })
  // Our answers may not be framed there, which is what the console says.
  page.removeAllListeners('console')
  await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
  await expect.poll(() => gained(before)).toEqual({ 'cross-site': 3 })
  await context.close()
  other.close()
})
