import { indexLine, type Rows, type Schema } from './schema'

export async function describeSqlite(rows: Rows): Promise<Schema> {
  const tables = (await rows(
    `SELECT name, sql FROM sqlite_master
     WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'`,
  )) as { name: string; sql: string }[]
  const names = tables.map(({ name }) => `'${name}'`).join(', ')
  const column = await rows(
    `SELECT t.name AS "table", c.name, c."notnull" AS filled, c.pk
     FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.name IN (${names})`,
  )
  const index = await rows(
    `SELECT t.name AS "table", i.name, i."unique", i.origin,
       (SELECT group_concat(name || CASE WHEN "desc" THEN ' DESC' ELSE '' END, ', ')
        FROM (SELECT * FROM pragma_index_xinfo(i.name) WHERE key = 1 ORDER BY seqno)) AS columns,
       (SELECT substr(sql, instr(sql, ' WHERE ') + 7) FROM sqlite_master
        WHERE name = i.name AND instr(sql, ' WHERE ')) AS condition
     FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.name IN (${names})`,
  )
  const reference = await rows(
    `SELECT t.name AS "table", f."table" AS target, f.on_delete, f.on_update,
       group_concat(f."from", ', ') AS columns, group_concat(f."to", ', ') AS targets
     FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.name IN (${names}) GROUP BY t.name, f.id`,
  )
  const checks = tables.flatMap(({ name, sql }) =>
    [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK \(((?:(?!CONSTRAINT).)*)\)/g)]
      .map(([, check, condition]) => ({ name, check: check!, condition: condition! })))
  // A key of one number is the row's own and has no index.
  const isIndexed = (table: unknown) => index.some((one) => one.table === table && one.origin === 'pk')
  const rowIds = column.filter(({ table, pk }) => Number(pk) === 1 && !isIndexed(table))
  return {
    columns: column.map(({ table, name, filled, pk }) => `${table}.${name}${filled || pk ? '' : '?'}`).toSorted(),
    indexes: [
      ...index.map(({ table, name, unique, origin, columns, condition }) =>
        indexLine(origin === 'pk' ? '' : name, table, columns, unique, condition)),
      ...rowIds.map(({ table, name }) => indexLine('', table, name, 1, null)),
    ].toSorted(),
    references: reference.map(({ table, columns, target, targets, on_delete, on_update }) =>
      `${table}(${columns}) -> ${target}(${targets}) ${on_delete}, ${on_update}`).toSorted(),
    checks: checks.map(({ check }) => check).toSorted(),
    words: checks.filter(({ check }) => check.endsWith('_known')).map(({ name, condition }) => {
      const [, column] = /^"(\w+)" IN/.exec(condition)!
      return `${name}.${column}: ${[...condition.matchAll(/'(\w+)'/g)].map(([, word]) => word).toSorted().join(', ')}`
    }).toSorted(),
  }
}
