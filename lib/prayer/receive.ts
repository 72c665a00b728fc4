import { isAppError } from '@/lib/errors'
import { addPrayer, type Sender } from './commands'
import type { RefusedPrayer } from './refused'
import { prayerInput } from './schema'

export type Received = { refused: RefusedPrayer; status: number } | null

/** Takes a form's fields as they came; null: kept. What is wrong with them comes back with everything that was typed. */
export async function receivePrayer(fields: Record<string, unknown>, sender: Sender): Promise<Received> {
  const values = { name: asTyped(fields.name), body: asTyped(fields.body) }
  const input = prayerInput.safeParse(fields)
  if (!input.success) {
    const wrong = Object.fromEntries(input.error.issues.map(({ path, message }) => [String(path[0]), message]).reverse())
    return { status: 422, refused: { reason: null, fields: wrong, values } }
  }
  try {
    await addPrayer(input.data, sender)
    return null
  } catch (error) {
    if (!isAppError(error)) throw error
    return { status: error.status, refused: { reason: error.reason, fields: {}, values } }
  }
}

function asTyped(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 20_000) : ''
}
