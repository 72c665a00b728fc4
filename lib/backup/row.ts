import { BackupError } from './error'
import type { Column, Table } from './format'

export type Value = string | number | boolean | null
export type Row = Record<string, Value>

/** A row as a line that is the same on both engines: columns by name, times as in ISO 8601. */
export function lineOf(row: Row, { columns }: Table): string {
  return `${JSON.stringify(Object.fromEntries(columns.map(({ name }) => [name, row[name]])))}\n`
}

/** @throws BackupError when a line is no row of the table */
export function rowOf(line: string, table: Table): Row {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    row = null
  }
  const isRow = typeof row === 'object' && row !== null && !Array.isArray(row)
  if (!isRow || Object.keys(row as Row).length !== table.columns.length || !table.columns.every((column) => fits((row as Row)[column.name], column))) {
    throw new BackupError(`The backup is damaged: a line of ${table.name} is not one of its rows.`)
  }
  return row as Row
}

function fits(value: unknown, { type, isNullable }: Column): boolean {
  if (value === null) return isNullable
  switch (type) {
    case 'int':
      return Number.isSafeInteger(value)
    case 'real':
      return typeof value === 'number'
    case 'bool':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string'
    case 'time':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value))
  }
}
