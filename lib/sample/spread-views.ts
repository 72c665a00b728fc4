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
