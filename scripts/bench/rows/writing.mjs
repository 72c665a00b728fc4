import { openBrowser } from '../browser.mjs'
import { quantile } from '../numbers.mjs'
import { owner } from '../seed.mjs'
import { startSite } from '../site.mjs'
import { atMost } from '../table.mjs'

const kilobyte = 1024
const rounds = 20

/** What the writing room brings to a phone that comes for the first time, and how long the list of 10,000 posts takes. */
export async function writing() {
  const site = await startSite('big')
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    await signIn(page, site.url)
    const state = await context.storageState()
    const list = await firstLoad(browser, state, `${site.url}/admin/tulisan`)
    const editor = await firstLoad(browser, state, `${site.url}/admin/tulisan/baru`, '#badan')
    const times = []
    for (let i = 0; i < rounds; i++) times.push(await timeOf(page, `/admin/tulisan?hal=${1 + i * 10}`))
    return [
      atMost('writing room, list of posts: first load', list / kilobyte, 250, 'KB', { note: 'compressed, with headers' }),
      atMost('writing room, editor: first load', editor / kilobyte, 450, 'KB', { note: 'until one can write' }),
      atMost('writing room, list of 10,000 posts, p95', quantile(times, 0.95), 300, 'ms', { note: `${rounds} pages of it` }),
    ]
  } finally {
    await browser.close()
    await site.stop()
  }
}

async function signIn(page, url) {
  await page.goto(`${url}/masuk`)
  await page.locator('input[type=email]').fill(owner.email)
  await page.locator('input[type=password]').fill(owner.password)
  await page.locator('form button[type=submit], form .button').first().click()
  await page.waitForURL('**/admin')
}

/** Bytes over the wire in a browser that has nothing yet but its session. */
async function firstLoad(browser, storageState, address, until = 'main') {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, storageState })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  let bytes = 0
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  await wire.send('Network.enable')
  await page.goto(address)
  await page.locator(until).first().waitFor()
  await page.waitForLoadState('networkidle')
  await context.close()
  return bytes
}

async function timeOf(page, path) {
  return page.evaluate(async (path) => {
    const began = performance.now()
    await (await fetch(path)).text()
    return performance.now() - began
  }, path)
}
