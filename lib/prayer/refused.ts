import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from '@/lib/process-wide'

/** A form that was not accepted: what was typed, and the name of the sentence for each field. */
export type RefusedPrayer = {
  /** The sentence that belongs to no field. */
  reason: string | null
  fields: Record<string, string>
  values: { name: string; body: string }
}

const storage = processWide('refused-prayer', () => new AsyncLocalStorage<RefusedPrayer>())

/** Runs the making of the answer page for a refused form. */
export function withRefusedPrayer<T>(refused: RefusedPrayer, make: () => Promise<T>): Promise<T> {
  return storage.run(refused, make)
}

/** For that page; null when somebody opens its address. */
export function refusedPrayer(): RefusedPrayer | null {
  return storage.getStore() ?? null
}
