import { HttpClient } from '../http-client.mjs'
import { median, quantile } from '../numbers.mjs'
import { archivePaths, changeOutside, labelPaths, postPaths } from '../pages.mjs'
import { startSite } from '../site.mjs'
import { atMost, line, ratioAtMost } from '../table.mjs'

const samples = 100
const crowd = 1000

/** Pages that are not in memory: rendered by Next, compressed, stored. One at a time, to the last byte. */
export async function cold() {
  const big = await coldTimes('big')
  const small = await coldTimes('small')
  const lines = Object.keys(big.times).map((kind) => atMost(`cold ${kind}, 10,000 posts, p95`, quantile(big.times[kind], 0.95), 60, 'ms'))
  for (const kind of Object.keys(small.times)) {
    const [at, than] = [quantile(big.times[kind], 0.95), quantile(small.times[kind], 0.95)]
    lines.push(line(`cold ${kind}, 100 posts, p95`, than, { unit: 'ms', target: '≤ 20 ms faster', ok: at - than <= 20, ratio: at / than }))
  }
  return [...lines, ...big.lines]
}

async function coldTimes(size) {
  const site = await startSite(size)
  const client = new HttpClient(site.url)
  const change = changeOutside(site.folder)
  try {
    const visit = async (path) => {
      const { status, ms } = await client.ask(path)
      if (status !== 200) throw new Error(`${path} answers ${status}`)
      return ms
    }
    /** Each time as after a change of what all lists show. */
    const coldVisits = async (paths, count = samples) => {
      const times = []
      for (let i = 0; i < count; i++) {
        change.purge('lists', 'popular')
        times.push(await visit(paths[i % paths.length]))
      }
      return times
    }
    const kinds = { post: postPaths(site.folder), home: ['/'], label: labelPaths(site.folder), archive: ['/arsip', ...archivePaths(site.folder)] }
    if (size === 'small') kinds.label = await thoseThatAnswer(client, kinds.label)
    for (const paths of Object.values(kinds)) await coldVisits(paths.toReversed(), 40)
    const times = {}
    for (const [kind, paths] of Object.entries(kinds)) times[kind] = await coldVisits(paths)
    return { times, lines: size === 'big' ? [await farPage(coldVisits), await once(site, kinds.post.at(samples + 50))] : [] }
  } finally {
    client.close()
    change.close()
    await site.stop()
  }
}

/** The page after the first, since the first of home shows a whole post too. */
async function farPage(coldVisits) {
  const [near, far] = [[], []]
  for (let i = 0; i < 40; i++) {
    near.push(...(await coldVisits(['/?page=2'], 1)))
    far.push(...(await coldVisits(['/?page=500'], 1)))
  }
  return ratioAtMost('cold, the 500th page of a list, median', median(far), 'ms', median(far) / median(near), 1.2, { note: 'to the second' })
}

/** Many readers at once for a page that nobody has asked for. */
async function once(site, path) {
  const clients = Array.from({ length: crowd }, () => new HttpClient(site.url))
  const answers = await Promise.all(clients.map((client) => client.ask(path)))
  for (const client of clients) client.close()
  const made = site.readLog().split('\n').filter((text) => text.includes('"page made"') && text.includes(`"${path}"`)).length
  const good = answers.filter(({ status }) => status === 200).length
  return line(`cold, ${crowd} requests at once: renderings`, made, {
    target: '1', ok: made === 1 && good === crowd, note: `${good} answered, the last after ${Math.round(Math.max(...answers.map(({ ms }) => ms)))} ms`,
  })
}

async function thoseThatAnswer(client, paths) {
  const known = []
  for (const path of paths) if ((await client.ask(path)).status === 200) known.push(path)
  return known
}
