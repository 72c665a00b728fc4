import { recall, remember } from './device'

/** What this device has done today under a name; it stays on the device, and yesterday's is forgotten. */
export function doneToday(key: string) {
  const day = new Date().toDateString()
  const read = (): unknown[] => {
    try {
      const stored = JSON.parse(recall(key) ?? '') as { day?: string; done?: unknown }
      if (stored.day === day && Array.isArray(stored.done)) return stored.done
    } catch {
      // Nothing remembered, or nothing that can be read.
    }
    return []
  }
  return {
    has: (item: string) => read().includes(item),
    add: (item: string) => remember(key, JSON.stringify({ day, done: [...new Set([...read(), item])] })),
  }
}
