import { indexLine, type Rows, type Schema } from './schema'

export async function describePostgres(rows: Rows): Promise<Schema> {
  const ours = `c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE '\\_%'`
  const column = await rows(
    `SELECT c.relname AS "table", a.attname AS name, a.attnotnull AS filled FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE ${ours}`,
  )
  const index = await rows(
    `SELECT c.relname AS "table", i.relname AS name, x.indisunique AS unique, x.indisprimary AS primary,
       pg_get_expr(x.indpred, x.indrelid) AS condition,
       (SELECT string_agg(a.attname || CASE WHEN (x.indoption[k.n - 1] & 1) = 1 THEN ' DESC' ELSE '' END, ', ' ORDER BY k.n)
        FROM unnest(x.indkey::int2[]) WITH ORDINALITY AS k(attnum, n)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum) AS columns
     FROM pg_class c JOIN pg_index x ON x.indrelid = c.oid JOIN pg_class i ON i.oid = x.indexrelid WHERE ${ours}`,
  )
  const reference = await rows(
    `SELECT pg_get_constraintdef(f.oid) AS definition, c.relname AS "table" FROM pg_constraint f
     JOIN pg_class c ON c.oid = f.conrelid WHERE f.contype = 'f' AND ${ours}`,
  )
  const check = await rows(
    `SELECT k.conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'c' AND ${ours}`,
  )
  const word = await rows(
    `SELECT c.relname AS "table", a.attname AS name, string_agg(e.enumlabel, ', ' ORDER BY e.enumlabel COLLATE "C") AS words
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 JOIN pg_enum e ON e.enumtypid = a.atttypid
     WHERE ${ours} GROUP BY 1, 2`,
  )
  return {
    columns: column.map(({ table, name, filled }) => `${table}.${name}${filled ? '' : '?'}`).toSorted(),
    indexes: index.map(({ table, name, unique, primary, condition, columns }) =>
      indexLine(primary ? '' : name, table, columns, unique, condition)).toSorted(),
    references: reference.map(({ table, definition }) => referenceLine(String(table), String(definition))).toSorted(),
    checks: check.map(({ name }) => String(name)).toSorted(),
    words: word.map(({ table, name, words }) => `${table}.${name}: ${words}`).toSorted(),
  }
}

function referenceLine(table: string, definition: string) {
  const [, columns, target, targets] = /FOREIGN KEY \((.*?)\) REFERENCES (.*?)\((.*?)\)/.exec(definition.replaceAll('"', ''))!
  const [, onDelete = 'NO ACTION'] = /ON DELETE (CASCADE|SET NULL|RESTRICT)/.exec(definition) ?? []
  const [, onUpdate = 'NO ACTION'] = /ON UPDATE (CASCADE|SET NULL|RESTRICT)/.exec(definition) ?? []
  return `${table}(${columns}) -> ${target}(${targets}) ${onDelete}, ${onUpdate}`
}
