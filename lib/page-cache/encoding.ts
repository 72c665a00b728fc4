export type Encoding = 'br' | 'gzip' | 'identity'

/** In the order in which we like to send them. */
const offered: Encoding[] = ['br', 'gzip', 'identity']

/** Picks what to send from `Accept-Encoding`; of equal wishes the smallest. Never refuses: plain text is always right. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  const wishes = parseWishes(accept)
  const wish = (encoding: Encoding) =>
    // Uncompressed stands last unless it is asked for by name.
    wishes.get(encoding) ?? (encoding === 'identity' ? 0.0001 : (wishes.get('*') ?? 0))
  const best = offered.toSorted((a, b) => wish(b) - wish(a))[0]!
  return wish(best) > 0 ? best : 'identity'
}

function parseWishes(accept: string): Map<string, number> {
  const wishes = new Map<string, number>()
  for (const part of accept.toLowerCase().split(',', 20)) {
    const [name, ...parameters] = part.split(';').map((text) => text.trim())
    const q = parameters.find((text) => text.startsWith('q='))
    const weight = q ? Number(q.slice(2)) : 1
    if (name) wishes.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(weight) ? weight : 0)
  }
  return wishes
}
