import type { Stored, Written } from './draft'

/** What the editors of one browser tell each other. */
export type Word =
  | { says: 'hello' | 'here' | 'bye'; userId: number; post: number; editor: string }
  | { says: 'saved'; userId: number; post: number; editor: string; stored: Stored; written: Written }

export type Tabs = { say: (word: Word) => void; close: () => void }

export function joinTabs(hear: (word: Word) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { say: () => {}, close: () => {} }
  const channel = new BroadcastChannel('teduh.tulisan')
  channel.addEventListener('message', ({ data }) => hear(data as Word))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves the origin
  return { say: (word) => channel.postMessage(word), close: () => channel.close() }
}
