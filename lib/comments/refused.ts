import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from '@/lib/process-wide'

/** A form that was not accepted: what was typed, and the name of the sentence for each field. */
export type Refused = {
  /** The sentence that belongs to no field. */
  reason: string | null
  fields: Record<string, string>
  values: { postId: string; parentId: string; name: string; email: string; body: string; notify: string }
}

const storage = processWide('refused-comment', () => new AsyncLocalStorage<Refused>())

/** Runs the making of the answer page for a refused form. */
export function withRefused<T>(refused: Refused, make: () => Promise<T>): Promise<T> {
  return storage.run(refused, make)
}

/** For that page; null when somebody opens its address. */
export function refusedComment(): Refused | null {
  return storage.getStore() ?? null
}
