import { flood } from '../flood.mjs'
import { load } from '../load.mjs'
import { posts } from '../pages.mjs'
import { startSite } from '../site.mjs'
import { atMost, line, ratioAtLeast } from '../table.mjs'
import { visitAll } from './change.mjs'

const seconds = 10

/** Somebody asks for nonsense while readers read. */
export async function floods() {
  const site = await startSite('big')
  try {
    const some = posts(site.folder).slice(0, 500).map(({ path }) => path)
    await visitAll(site.url, some)
    const ask = (time = 4) => load({ url: site.url, paths: [some[0]], connections: 16, seconds: time })
    await ask(2)
    const quiet = (await ask()).rps
    const [during, nonsense] = await Promise.all([ask(seconds), flood(site.url, 2000, seconds, nonsensePaths(some))])
    const again = (await ask()).rps
    const [searching, search] = await Promise.all([ask(seconds), flood(site.url, 100, seconds, () => `/search?q=${word()}`)])
    const undisturbed = (quiet + again) / 2
    const madeFor404 = site.readLog().split('\n').filter((text) => text.includes('"page made"') && /tidak|junk/.test(text)).length
    return [
      line('flood, undisturbed', undisturbed, { unit: '/s' }),
      ratioAtLeast('flood of 2,000 random paths and queries a second: post page', during.rps, '/s', during.rps / undisturbed, 0.5, { note: `${nonsense.rate} answered a second` }),
      line('flood, answers by status', nonsense.answers, { note: tell(nonsense.statuses), target: 'no 5xx', ok: !Object.keys(nonsense.statuses).some((status) => status >= '5') }),
      atMost('flood, unknown paths that Next was asked for', madeFor404, 1, ''),
      ratioAtLeast('100 searches a second: post page', searching.rps, '/s', searching.rps / undisturbed, 0.5),
      line('100 searches a second, turned away with 503 and Retry-After', search.statuses['503'] ?? 0, {
        note: tell(search.statuses), target: 'only 200 and 503', ok: Object.keys(search.statuses).every((status) => status === '200' || status === '503') && search.statuses['503'] === search.retryAfter,
      }),
    ]
  } finally {
    await site.stop()
  }
}

const word = () => Math.random().toString(36).slice(2, 8)

/** Half paths that lead nowhere, half addresses that exist with parameters that mean nothing. */
function nonsensePaths(known) {
  const nowhere = [
    () => `/${2000 + Math.floor(Math.random() * 30)}/0${1 + Math.floor(Math.random() * 9)}/junk-${word()}.html`,
    () => `/junk-${word()}`,
    () => `/search/label/junk-${word()}`,
    () => `/wp-content/junk-${word()}/${word()}.php`,
    () => `/penulis/junk-${word()}`,
  ]
  const query = () => [`?m=1`, `?fbclid=${word()}`, `?${word()}=${word()}`, `?utm_source=${word()}&m=1`][Math.floor(Math.random() * 4)]
  return () => (Math.random() < 0.5 ? nowhere[Math.floor(Math.random() * nowhere.length)]() : known[Math.floor(Math.random() * known.length)] + query())
}

function tell(statuses) {
  return Object.entries(statuses).map(([status, count]) => `${count} × ${status}`).join(', ')
}
