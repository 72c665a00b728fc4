import { client, load } from '../load.mjs'
import { median } from '../numbers.mjs'
import { postPaths } from '../pages.mjs'
import { copyOf, startBareNode, startNginx } from '../rivals.mjs'
import { startSite } from '../site.mjs'
import { line, ratioAtLeast, ratioAtMost } from '../table.mjs'

const seconds = 2
const rounds = 7

/** One post as fast as it goes, against nginx and bare Node with the same bytes, by turns. */
export async function postPage() {
  const site = await startSite('big')
  const path = postPaths(site.folder)[0]
  await load({ url: site.url, paths: [path], connections: 16, seconds: 3 })
  const page = await copyOf(site.url, path)
  const servers = { teduh: site, nginx: await startNginx(page), node: await startBareNode(page) }
  try {
    const lines = [line('post page, bytes', page.body.length, { unit: 'B' })]
    for (const connections of [16, 64]) lines.push(...(await compare(servers, path, connections)))
    return lines
  } finally {
    for (const server of Object.values(servers)) await server?.stop()
  }
}

async function compare(servers, path, connections) {
  const figures = { teduh: [], nginx: [], node: [] }
  const turn = async (name) => {
    if (!servers[name]) return
    figures[name].push(await load({ url: servers[name].url, paths: [path], connections, seconds }))
  }
  for (const server of Object.values(servers)) if (server) await load({ url: server.url, paths: [path], connections, seconds: 1 })
  for (let round = 0; round < rounds; round++) for (const name of Object.keys(figures)) await turn(name)
  await turn('teduh')
  return tell(figures, connections)
}

/** Each turn of a rival is compared with ours before and after it, so that a machine that slows down slows both. */
function ratioTo(rival, ours, name) {
  return median(rival.map((figure, i) => (ours[i][name] + ours[i + 1][name]) / 2 / figure[name]))
}

function tell({ teduh, nginx, node }, connections) {
  const of = (figures, name) => median(figures.map((figure) => figure[name]))
  const at = `post page, ${connections} connections`
  const bad = teduh.reduce((sum, figure) => sum + figure.bad, 0)
  const rps = of(teduh, 'rps')
  const toNode = ratioTo(node, teduh, 'rps')
  return [
    nginx.length
      ? ratioAtLeast(`${at}, of nginx`, rps, '/s', ratioTo(nginx, teduh, 'rps'), 0.6, { note: `by ${client}` })
      : ratioAtLeast(`${at}, of bare Node since nginx is missing`, rps, '/s', toNode, 0.6, { note: `by ${client}` }),
    ...(nginx.length ? [line(`${at}, nginx itself`, of(nginx, 'rps'), { unit: '/s' })] : []),
    line(`${at}, bare Node itself`, of(node, 'rps'), { unit: '/s', ratio: toNode }),
    ratioAtMost(`${at}, p99 to bare Node's`, of(teduh, 'p99'), 'ms', ratioTo(node, teduh, 'p99'), 1.5),
    line(`${at}, failed`, bad, { target: '0', ok: bad === 0 }),
  ]
}
