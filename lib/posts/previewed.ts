import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from '@/lib/process-wide'
import type { PostView } from './queries'

const storage = processWide('previewed post', () => new AsyncLocalStorage<PostView>())

/** Runs the making of a preview's page. */
export function withPreviewed<T>(post: PostView, make: () => Promise<T>): Promise<T> {
  return storage.run(post, make)
}

/** For that page; null when somebody opens its address. */
export function previewedPost(): PostView | null {
  return storage.getStore() ?? null
}
