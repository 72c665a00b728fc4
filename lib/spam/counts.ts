/** In how many spam and how many wanted comments a feature stood. */
export type Count = [spam: number, ham: number]
export type Counts = { total: Count; of: (feature: string) => Count }

/** Log odds for spam of the features together: Robinson's smoothed odds of each, the telling ones only. */
export function oddsOf(features: string[], { total, of }: Counts): { odds: number; telling: [feature: string, odds: number][] } {
  const each = features.map((feature): [string, number] => [feature, single(of(feature), total)])
  const telling = each.filter(([, odds]) => Math.abs(odds) > 0.3).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, 40)
  return { odds: telling.reduce((sum, [, odds]) => sum + odds, 0) / Math.max(1, telling.length) ** damping, telling }
}

/** A feature seen once says less than one seen often. */
const strength = 1
/** Words of one comment belong together, so that their odds do not simply add up. */
const damping = 0.3

function single([spam, ham]: Count, [spams, hams]: Count): number {
  const seen = spam + ham
  if (seen === 0) return 0
  const rates = [spam / Math.max(1, spams), ham / Math.max(1, hams)] as const
  const share = (strength * 0.5 + seen * (rates[0] / (rates[0] + rates[1]))) / (strength + seen)
  return Math.log(share / (1 - share))
}

export function count(rows: { features: string[]; isSpam: boolean }[]): Counts & { all: Map<string, Count> } {
  const all = new Map<string, Count>()
  const total: Count = [0, 0]
  for (const { features, isSpam } of rows) {
    total[isSpam ? 0 : 1]++
    for (const feature of features) {
      const counts = all.get(feature) ?? [0, 0]
      counts[isSpam ? 0 : 1]++
      all.set(feature, counts)
    }
  }
  return { all, total, of: (feature) => all.get(feature) ?? [0, 0] }
}
