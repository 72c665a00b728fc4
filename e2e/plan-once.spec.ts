import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { findFreePort } from '../scripts/free-port.mjs'
import { expect, signIn, test } from './fixtures'
import { forget, startFreshSite, startSite } from './site'
import { beginWriting, postId, saved } from './writing'

test('a plan comes out once: under twenty requests at the due second, and after the server was down', async ({ browser }) => {
  test.setTimeout(240_000)
  let site = await startFreshSite(await findFreePort())
  const context = await browser.newContext({ baseURL: site.url })
  const page = await context.newPage()
  await signIn(page, 'author')
  const ids: number[] = []
  for (const title of ['TEPAT WAKTU', 'SAAT SERVER MATI']) {
    await beginWriting(page, title)
    await page.keyboard.type('Isi.')
    await saved(page)
    ids.push(postId(page))
  }
  await context.close()
  const plan = (id: number, at: Date) => {
    const file = new Sqlite(join(site.data, 'teduh.db'))
    file.prepare(`UPDATE "Post" SET "status" = 'scheduled', "scheduledAt" = ? WHERE "id" = ?`).run(at.toISOString().replace('Z', '+00:00'), id)
    file.close()
  }

  const due = new Date(Date.now() + 4000)
  plan(ids[0]!, due)
  const path = pathOf('tepat-waktu', due)
  const seen: { at: number; status: number }[] = []
  const readers = Array.from({ length: 20 }, async () => {
    while (Date.now() < due.getTime() + 6000) {
      const [post] = await Promise.all([fetch(site.url + path), fetch(site.url + '/')])
      seen.push({ at: Date.now(), status: post.status })
    }
  })
  await Promise.all(readers)
  expect(seen.filter(({ at, status }) => at < due.getTime() && status !== 404)).toEqual([])
  expect(seen.at(-1)!.status).toBe(200)
  expect(Math.min(...seen.filter(({ status }) => status === 200).map(({ at }) => at)) - due.getTime()).toBeLessThan(5000)
  for (const address of ['/', '/feeds/posts/default', '/sitemap.xml']) expect(await (await fetch(site.url + address)).text()).toContain('tepat-waktu')

  plan(ids[1]!, new Date(Date.now() + 1500))
  await site.stop('SIGKILL')
  await new Promise((resolve) => { setTimeout(resolve, 4000) })
  site = await startSite({ port: await findFreePort(), data: site.data })
  await expect.poll(async () => (await fetch(`${site.url}/`)).text()).toContain('SAAT SERVER MATI')

  const file = new Sqlite(join(site.data, 'teduh.db'), { readonly: true })
  for (const id of ids) expect(file.prepare(`SELECT COUNT(*) FROM "Activity" WHERE "action" = 'post.come-out' AND "subject" = ?`).pluck().get(`post:${id}`)).toBe(1)
  const published = new Date(file.prepare(`SELECT "publishedAt" FROM "Post" WHERE "id" = ?`).pluck().get(ids[0]!) as string)
  expect(published.getTime()).toBe(due.getTime())
  file.close()
  await site.stop()
  forget(site.data)
})

function pathOf(slug: string, at: Date): string {
  const [year, month] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta', year: 'numeric', month: '2-digit' }).format(at).split('-')
  return `/${year}/${month}/${slug}.html`
}
