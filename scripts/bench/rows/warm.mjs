import { setTimeout as wait } from 'node:timers/promises'
import { load } from '../load.mjs'
import { median } from '../numbers.mjs'
import { changeOutside, postPaths } from '../pages.mjs'
import { startSite } from '../site.mjs'
import { atMost, line, ratioAtLeast } from '../table.mjs'
import { visitAll } from './change.mjs'

const pages = 2000
const megabyte = 1024 * 1024
const turn = 2
/** In s: the aim is half a minute. */
const watched = 35

/** A server with 2,000 pages in memory: how much it takes, and what a changed list of the most read costs it. */
export async function warm() {
  const site = await startSite('big')
  const change = changeOutside(site.folder)
  try {
    const paths = postPaths(site.folder).slice(0, pages)
    await visitAll(site.url, paths)
    const ask = () => load({ url: site.url, paths, connections: 16, seconds: turn })
    await ask()
    await untilQuiet(site)
    const memory = site.rss() / megabyte
    const before = []
    for (let i = 0; i < 3; i++) before.push((await ask()).rps)
    const isNew = await changeRanking(change)
    const { lowest, seconds, bad } = await watchStorm(ask, median(before))
    const left = await countOld(site.url, paths, isNew)
    return [
      atMost(`memory, ${pages} warm pages`, memory, 350, 'MB'),
      line('memory, after the storm', site.rss() / megabyte, { unit: 'MB' }),
      ratioAtLeast(`changed popular list, ${pages} warm pages: slowest ${turn} s`, lowest, '/s', lowest / median(before), 0.7),
      atMost('changed popular list: until it costs less than a tenth', seconds, 30, 's'),
      line('changed popular list: failed', bad, { target: '0', ok: bad === 0 }),
      line(`changed popular list: pages that show the old one after ${watched} s`, left, { target: '0', ok: left === 0 }),
    ]
  } finally {
    change.close()
    await site.stop()
  }
}

/** As it comes to be in earnest: readers change what is ranked, and the server's clock finds it within a minute. */
async function changeRanking(change) {
  const since = change.lastPurge()
  const [first, second] = change.swapFirst()
  while (!change.hasRanked(since)) await wait(20)
  return (path, html) => {
    const [leads] = html.slice(html.lastIndexOf('<section class="sheet popular"')).match(/(?<=<a href=")[^"]+/) ?? []
    return leads === (path === first ? second : first)
  }
}

async function countOld(url, paths, isNew) {
  let old = 0
  for (const path of paths) if (!isNew(path, await (await fetch(url + path)).text())) old++
  return old
}

async function watchStorm(ask, before) {
  const began = performance.now()
  let [lowest, seconds, bad] = [Infinity, 0, 0]
  while (performance.now() - began < watched * 1000) {
    const figure = await ask()
    lowest = Math.min(lowest, figure.rps)
    bad += figure.bad
    if (figure.rps < before * 0.9) seconds = (performance.now() - began) / 1000
  }
  return { lowest, seconds, bad }
}

/** The smallest compression is made when nobody waits; it takes its time. */
async function untilQuiet(site) {
  for (let busy = Infinity; busy > 0.2; ) {
    const before = site.cpu()
    await wait(1000)
    busy = site.cpu() - before
  }
}
