import type { Count, Counts } from './counts'
import prepared from './prepared.json'

const features = new Map(Object.entries(prepared.features as unknown as Record<string, Count>))
const vocabulary = new Set([...features.keys()].filter((feature) => /^[a-z]{3,}$/.test(feature)))

/** What the filter knows from the corpus before an owner has decided anything. Made by `scripts/spam-counts.mjs`. */
export const preparedCounts: Counts = { total: prepared.total as Count, of: (feature) => features.get(feature) ?? [0, 0] }

export const isPreparedWord = (word: string): boolean => vocabulary.has(word)
