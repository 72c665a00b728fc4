/** `from` and `to` are both included. */
export type Range = { from: number; to: number }

/** The one range asked for, as in RFC 9110; null: the whole, 'beyond': nothing of it is there. */
export function rangeOf(header: string | null, size: number): Range | 'beyond' | null {
  const match = header?.match(/^bytes=(\d*)-(\d*)$/)
  if (!match || (!match[1] && !match[2])) return null
  const [from, to] = match[1]
    ? [Number(match[1]), Math.min(match[2] ? Number(match[2]) : Infinity, size - 1)]
    : [Math.max(0, size - Number(match[2])), size - 1]
  return from > to ? 'beyond' : { from, to }
}
