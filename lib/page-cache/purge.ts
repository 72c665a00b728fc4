import { processWide } from '@/lib/process-wide'
import { PageCache } from './page-cache'

/** A few thousand pages, and room for the rest of the server in 1 GB of memory. */
const maxBytes = 96 * 1024 * 1024

/** The one cache of this process. */
export const pageCache = processWide('page-cache', () => new PageCache(maxBytes))

/**
 * Throws away the finished pages that show any of these: `post:12`, `lists`, `popular`, `labels`, `settings`.
 * Only after the change is committed: a page made in between would show the old state and stay.
 */
export function purge(...tags: string[]): void {
  pageCache.purge(tags)
}
