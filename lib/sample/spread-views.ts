import type { Day } from '@/lib/clock'

type Spread = { seed: string; published: Day; today: Day; /** Within the last 30 days. */ recent: number; /** Before that, within a year. */ older: number }

/** Readers per day as they come to a devotional: most on its first days, fewer on Sundays, then a long tail. */
export function spreadViews({ seed, published, today, recent, older }: Spread): [Day, number][] {
  const random = generator(seed)
  const edge = today - 29
  const weight = (day: Day) => (1 / (1 + (day - published) * 0.35) + 0.04) * (day % 7 === 3 ? 0.7 : 1) * (0.8 + random() * 0.4)
  return [
    ...share(older, Math.max(published, today - 364), edge - 1, weight),
    ...share(recent, Math.max(published, edge), today, weight),
  ]
}

/** Of the readers of a day: most on phones, some devices alike, a few without script. */
export function partsOf(views: number) {
  return { phone: Math.round(views * 0.86), similar: Math.floor(views * 0.07), noScript: Math.floor(views * 0.02) }
}

const ways: [string, number][] = [['whatsapp', 0.52], ['google', 0.14], ['facebook', 0.11], ['instagram', 0.03]]

/** Where the readers of a day came from; the rest came directly. */
export function sourcesOf(views: number): { source: string; views: number }[] {
  const named = ways.map(([source, part]) => ({ source, views: Math.floor(views * part) }))
  const direct = views - named.reduce((sum, way) => sum + way.views, 0)
  return [...named, { source: 'direct', views: direct }].filter((way) => way.views > 0)
}

const reasons: [string, number][] = [['bot', 0.06], ['duplicate', 0.05], ['prefetch', 0.012], ['staff', 0.008]]

/** What came on such a day and was not counted. */
export function discardedBeside(views: number): { reason: string; hits: number }[] {
  return reasons.map(([reason, part]) => ({ reason, hits: Math.floor(views * part) })).filter(({ hits }) => hits > 0)
}

function share(total: number, from: Day, to: Day, weight: (day: Day) => number): [Day, number][] {
  if (to < from) return []
  const weights = Array.from({ length: to - from + 1 }, (_, i) => weight(from + i))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((part, i): [Day, number] => [from + i, Math.round((total * part) / sum)]).filter(([, views]) => views > 0)
}

/** The same numbers for the same seed (mulberry32). */
function generator(seed: string): () => number {
  let state = [...seed].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 2_654_435_761), 2_166_136_261)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
