import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from '@/lib/process-wide'
import type { OwnComment } from './own'

/** What the page of a link shows: a comment to change, what is wrong with a change, or that nothing is there any more. */
export type OwnPage =
  | { state: 'open'; token: string; comment: OwnComment; isSaved: boolean; wrong: Record<string, string>; values: { name: string; body: string } }
  | { state: 'deleted'; comment: OwnComment }
  | { state: 'dead' }

const storage = processWide('own-comment-page', () => new AsyncLocalStorage<OwnPage>())

export function withOwnPage<T>(page: OwnPage, make: () => Promise<T>): Promise<T> {
  return storage.run(page, make)
}

/** For that page; null when somebody opens its address. */
export function ownPage(): OwnPage | null {
  return storage.getStore() ?? null
}
