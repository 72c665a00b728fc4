/** What both engines have in common, under common names; each list is in order. */
export type Schema = {
  /** Table.column, with `?` where it may be null. */
  columns: string[]
  /** Name, table, columns in order with their direction, `unique`, `where …`. Primary keys too, without a name. */
  indexes: string[]
  /** Table(columns) -> table(columns), on delete, on update. */
  references: string[]
  /** Names of CHECK constraints. */
  checks: string[]
  /** Column and the words it allows, sorted. */
  words: string[]
}

export type Rows = (sql: string) => Promise<Record<string, unknown>[]>

export function indexLine(name: unknown, table: unknown, columns: unknown, unique: unknown, condition: unknown) {
  const where = condition ? ` where ${String(condition).replace(/[()]/g, '')}` : ''
  return `${name} ${table}(${columns})${unique ? ' unique' : ''}${where}`.trim()
}
