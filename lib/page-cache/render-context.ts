import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from '@/lib/process-wide'

/** What a page says of itself while it is made. */
export type Rendering = { tags: Set<string> }

const storage = processWide('rendering', () => new AsyncLocalStorage<Rendering>())

/**
 * Says what the page being made shows: `post:12`, `lists`, `popular`, `labels`, `today`. A change of one of these
 * throws the finished page away. `settings` belongs to every page and need not be said.
 * Outside the making of a reader page (the admin area, a preview, a test) it does nothing.
 */
export function shows(...tags: string[]): void {
  const rendering = storage.getStore()
  for (const tag of tags) rendering?.tags.add(tag)
}

/** Runs the making of a page and gives back what it said it shows. */
export async function withRendering<T>(make: () => Promise<T>): Promise<{ result: T; tags: Set<string> }> {
  const rendering: Rendering = { tags: new Set() }
  const result = await storage.run(rendering, make)
  return { result, tags: rendering.tags }
}
