import type { Table } from './format'
import type { Row } from './row'

/** A database as it is at one moment, whatever is written to it meanwhile. */
export type Snapshot = {
  /** Names of applied migrations, oldest first. */
  migrations: string[]
  /** By name, with the columns by name. */
  tables: Table[]
  sequences: Record<string, number>
  /** By primary key, a few at a time; one table after the other. */
  rows: (table: Table) => AsyncIterable<Row[]>
  close: () => Promise<void>
}

/** In the order of the primary key. */
export function keyOf({ columns }: Table) {
  return columns.filter(({ key }) => key > 0).toSorted((a, b) => a.key - b.key)
}

export const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
