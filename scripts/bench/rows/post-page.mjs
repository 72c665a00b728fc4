import { client, load } from '../load.mjs'
import { median } from '../numbers.mjs'
import { postPaths } from '../pages.mjs'
import { copyOf, startBareNode, startNginx } from '../rivals.mjs'
import { startSite } from '../site.mjs'
import { line, ratioAtLeast, ratioAtMost } from '../table.mjs'

const seconds = 4
const rounds = 3

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
  for (const name of Object.keys(figures)) await load({ url: servers[name]?.url ?? servers.node.url, paths: [path], connections, seconds: 1 })
  for (let round = 0; round < rounds; round++) for (const name of Object.keys(figures)) await turn(name)
  await turn('teduh')
  return tell(figures, connections)
}

function tell({ teduh, nginx, node }, connections) {
  const of = (figures, name) => median(figures.map((figure) => figure[name]))
  const at = `post page, ${connections} connections`
  const bad = teduh.reduce((sum, figure) => sum + figure.bad, 0)
  const rps = of(teduh, 'rps')
  const note = `by ${client}`
  return [
    nginx.length
      ? ratioAtLeast(`${at}: of nginx`, rps, '/s', rps / of(nginx, 'rps'), 0.6, { note })
      : ratioAtLeast(`${at}: nginx is missing, of bare Node`, rps, '/s', rps / of(node, 'rps'), 0.6, { note }),
    ...(nginx.length ? [line(`${at}: nginx itself`, of(nginx, 'rps'), { unit: '/s' })] : []),
    line(`${at}: bare Node itself`, of(node, 'rps'), { unit: '/s', ratio: rps / of(node, 'rps') }),
    ratioAtMost(`${at}: p99 of bare Node's`, of(teduh, 'p99'), 'ms', of(teduh, 'p99') / of(node, 'p99'), 1.5),
    line(`${at}: failed`, bad, { target: '0', ok: bad === 0 }),
  ]
}
