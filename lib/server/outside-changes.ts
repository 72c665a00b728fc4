import { openPurgeFeed } from '@/lib/db/purge-feed'
import { log } from '@/lib/log'
import { pageCache } from '@/lib/page-cache/purge'

const quiet = 60_000

export type OutsideChanges = { check: () => void; close: () => Promise<void> }

/**
 * Learns what other processes change (the command line, another server on the same PostgreSQL) and lets the
 * cache forget it. `check` comes before the cache is believed and never fails: when the database is gone,
 * what is in memory may be old, which is better than nothing.
 */
export async function watchOutside(): Promise<OutsideChanges> {
  const everything = () => pageCache.purge(['settings'])
  const feed = await openPurgeFeed((tags) => pageCache.purge(tags), everything)
  let toldAt = -Infinity
  let isChecked = false
  return {
    check() {
      // What is answered in one turn of the event loop had arrived before it began, so one look serves all.
      if (isChecked) return
      isChecked = true
      setImmediate(() => { isChecked = false })
      try {
        pageCache.purge(feed.changes())
      } catch (error) {
        if (Date.now() - toldAt < quiet) return
        toldAt = Date.now()
        log.error({ err: error }, 'changes made elsewhere cannot be seen')
      }
    },
    close: () => feed.close(),
  }
}
