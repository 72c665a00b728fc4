import { setTimeout as wait } from 'node:timers/promises'
import { openBrowser } from '../browser.mjs'
import { HttpClient } from '../http-client.mjs'
import { startSite } from '../site.mjs'
import { atMost, line } from '../table.mjs'

const post = '/2025/03/jebakan-media-sosial.html'
const kilobyte = 1024

/** What a first visit brings over the wire with the sample content: brotli, headers included. */
export async function sizes() {
  const site = await startSite('sample')
  const client = new HttpClient(site.url)
  try {
    const posts = await samplePosts(site.url)
    for (const path of [...posts, '/']) await client.ask(path)
    // The smallest compression is made when nobody waits.
    await wait(4000)
    const bytes = async (path) => (await client.ask(path)).bytes / kilobyte
    const visit = await browse(site.url)
    const all = []
    for (const path of posts) all.push(await bytes(path))
    const sum = async (kinds) => {
      let total = 0
      for (const { path } of visit.filter(({ type }) => kinds.includes(type))) total += await bytes(path)
      return total
    }
    const besides = visit.filter(({ type }) => type !== 'image')
    const foreign = visit.filter(({ isOwn }) => !isOwn).length
    return [
      atMost('first visit, post: HTML and CSS', await sum(['document', 'stylesheet']), 14, 'KB'),
      atMost('first visit, largest sample post: HTML and CSS', Math.max(...all), 14, 'KB', { note: `of ${all.length}` }),
      atMost('first visit, home: HTML and CSS', await bytes('/'), 14, 'KB'),
      atMost('first visit, post: script', await sum(['script']), 5, 'KB'),
      atMost('first visit, post: fonts', await sum(['font']), 20, 'KB'),
      atMost('first visit, post: requests besides pictures', besides.length, 5, '', { note: besides.map(({ type }) => type).join(', ') }),
      line('first visit, post: requests to other hosts', foreign, { target: '0', ok: foreign === 0 }),
    ]
  } finally {
    client.close()
    await site.stop()
  }
}

async function samplePosts(url) {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text()
  return [...sitemap.matchAll(/<loc>[^<]*?(\/\d{4}\/\d{2}\/[^<]+\.html)<\/loc>/g)].map(([, path]) => path)
}

/** Every request of a browser that comes for the first time, reads to the end and stays a while. */
async function browse(url) {
  const browser = await openBrowser()
  const page = await browser.newPage()
  const requests = []
  page.on('request', (request) => {
    const at = new URL(request.url())
    requests.push({ type: request.resourceType(), path: at.pathname + at.search, isOwn: at.origin === url })
  })
  await page.goto(url + post)
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await wait(3000)
  await browser.close()
  return requests
}
