const first = 2000
const longest = 30_000

/** How long to wait before trying for the `attempt`th time (from 1), in ms: longer each time, and never all at once. */
export function backoff(attempt: number, chance = Math.random()): number {
  return Math.min(longest, first * 2 ** (attempt - 1)) * (0.75 + chance / 2)
}
