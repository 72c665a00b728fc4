import { findRows } from '@/lib/db/direct'
import { Prisma } from '@/lib/db/generated/sqlite/client'

/** What the database says of a reader address. */
export type Address =
  /** A page to be made; `keep` false for what must not be remembered. */
  | { kind: 'page'; keep: boolean }
  | { kind: 'redirect'; location: string; status: 301 | 302 }
  | { kind: 'gone' }
  | { kind: 'missing' }

export const page: Address = { kind: 'page', keep: true }
export const missing: Address = { kind: 'missing' }
export const gone: Address = { kind: 'gone' }

export function redirect(location: string): Address {
  return { kind: 'redirect', location, status: 301 }
}

/** To where it is at the moment. */
export function redirectForNow(location: string): Address {
  return { kind: 'redirect', location, status: 302 }
}

/** What somebody said of an address that no page has; `fromKey` as `Redirect` has it. */
export async function findRedirect(fromKey: string): Promise<Address | null> {
  const [row] = await findRows<{ target: string | null }>(Prisma.sql`SELECT "target" FROM "Redirect" WHERE "fromKey" = ${fromKey}`)
  if (!row) return null
  return row.target === null ? gone : redirect(row.target)
}
