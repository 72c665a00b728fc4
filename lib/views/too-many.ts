import { processWide } from '@/lib/process-wide'

const minute = 60_000

type Window = { minute: number; hits: Map<string, number> }
const current = processWide<{ window: Window }>('hits by address', () => ({ window: { minute: 0, hits: new Map() } }))

/**
 * Whether an address has sent more than `most` hits in this minute. Kept in memory and forgotten with the
 * minute: a limit against floods need not be exact across instances.
 */
export function isTooMany(address: string, most: number, now: number): boolean {
  const window = Math.floor(now / minute)
  if (current.window.minute !== window) current.window = { minute: window, hits: new Map() }
  const hits = (current.window.hits.get(address) ?? 0) + 1
  current.window.hits.set(hits === 1 ? copyOf(address) : address, hits)
  return hits > most
}

/** An address is part of a longer text, all of which would stay in memory with it. */
function copyOf(text: string): string {
  return Buffer.from(text).toString()
}
