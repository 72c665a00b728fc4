import { HttpClient } from '../http-client.mjs'
import { live } from '../life.mjs'
import { load } from '../load.mjs'
import { posts } from '../pages.mjs'
import { startSite } from '../site.mjs'
import { line, ratioAtLeast } from '../table.mjs'

const read = 500
const seconds = 30

/** 500 posts read as fast as they come while the blog lives, against the same while nothing happens. */
export async function change() {
  const site = await startSite('big', { env: { TRUSTED_PROXY_HOPS: '1' } })
  try {
    const some = posts(site.folder).slice(0, read)
    const paths = some.map(({ path }) => path)
    await visitAll(site.url, paths)
    const quiet = () => load({ url: site.url, paths, connections: 16, seconds: 6 })
    const before = await quiet()
    const [during, tally] = await Promise.all([load({ url: site.url, paths, connections: 16, seconds }), live(site, some, seconds)])
    await visitAll(site.url, paths)
    const after = await quiet()
    const undisturbed = (before.rps + after.rps) / 2
    return [
      line(`under change, undisturbed over ${read} posts`, undisturbed, { unit: '/s' }),
      ratioAtLeast('under change', during.rps, '/s', during.rps / undisturbed, 0.7, {
        note: `${tally.views} views, ${tally.published} published, ${tally.approved} approved in ${seconds} s`,
      }),
      line('under change, p99', during.p99, { unit: 'ms', ratio: during.p99 / ((before.p99 + after.p99) / 2) }),
      line('under change, errors', during.bad + tally.failed, { target: '0', ok: during.bad + tally.failed === 0, note: tally.why }),
      line('under change, pages older than an acknowledged change', tally.old, { target: '0', ok: tally.old === 0, note: `of ${tally.old + tally.seen} looked at` }),
    ]
  } finally {
    await site.stop()
  }
}

/** So that all are in memory. */
export async function visitAll(url, paths, connections = 2) {
  const rest = [...paths]
  await Promise.all(Array.from({ length: connections }, async () => {
    const client = new HttpClient(url)
    for (let path = rest.pop(); path; path = rest.pop()) {
      const { status } = await client.ask(path)
      if (status !== 200) throw new Error(`${path} answers ${status}`)
    }
    client.close()
  }))
}
