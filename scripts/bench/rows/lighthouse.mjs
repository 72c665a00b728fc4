import { setTimeout as wait } from 'node:timers/promises'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { browserArguments } from '../browser.mjs'
import { findChromium } from '../../chromium.mjs'
import { median } from '../numbers.mjs'
import { startSite } from '../site.mjs'
import { atMost, line } from '../table.mjs'

const pages = { post: '/2025/03/jebakan-media-sosial.html', home: '/' }
const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const rounds = 5

/** What Lighthouse's mobile preset says of the sample content, the median of five rounds. */
export async function lighthouseRows() {
  const site = await startSite('sample')
  try {
    const lines = []
    for (const [name, path] of Object.entries(pages)) {
      await (await fetch(site.url + path)).arrayBuffer()
      // The smallest compression is made when nobody waits.
      await wait(3000)
      const reports = []
      for (let i = 0; i < rounds; i++) reports.push(await audit(site.url + path))
      const score = (category) => median(reports.map((report) => Math.round(report.categories[category].score * 100)))
      const figure = (id) => median(reports.map((report) => report.audits[id].numericValue))
      for (const category of categories) {
        lines.push(line(`Lighthouse, ${name}: ${category}`, score(category), { target: '100', ok: score(category) === 100, note: faults(reports[0], category) }))
      }
      lines.push(atMost(`Lighthouse, ${name}: LCP`, figure('largest-contentful-paint') / 1000, 1, 's'))
      lines.push(line(`Lighthouse, ${name}: CLS`, figure('cumulative-layout-shift'), { target: '0', ok: figure('cumulative-layout-shift') === 0 }))
      lines.push(line(`Lighthouse, ${name}: TBT`, figure('total-blocking-time'), { unit: 'ms', target: '0', ok: figure('total-blocking-time') === 0 }))
    }
    return lines
  } finally {
    await site.stop()
  }
}

async function audit(url) {
  const chrome = await launch({ chromePath: await findChromium(), chromeFlags: ['--headless=new', ...browserArguments], logLevel: 'silent' })
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: categories, logLevel: 'silent' })
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
    return lhr
  } finally {
    await chrome.kill()
  }
}

/** What keeps a category from 100, by the audits' names. */
function faults({ categories, audits }, category) {
  const weighed = categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
  return weighed.map(({ id }) => id).join(', ')
}
