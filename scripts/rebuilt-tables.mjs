/**
 * SQLite changes most things about a table by making it anew. Prisma's SQL for that knows nothing of CHECK
 * constraints and begins the count of ids again at the highest that is left: both are put back here.
 *
 * @param {string} sql as Prisma's engine writes it
 * @param {(table: string) => string} tableSql the CREATE TABLE of a table as it is now
 */
export function keepRebuiltTablesWhole(sql, tableSql) {
  return sql
    .replace(/(CREATE TABLE "new_(\w+)" \(\n[^;]*?)\n\);/g, (_, create, table) =>
      [create, ...checksOf(tableSql(table))].join(',\n    ') + '\n);')
    .replace(/INSERT INTO "new_(\w+)"[^;]*;/g, (insert, table) =>
      /AUTOINCREMENT/.test(tableSql(table)) ? `${insert}\n${keepCount(table)}` : insert)
}

/** Up to the bracket that closes it: those of columns that were added later all stand on one line. */
function checksOf(tableSql) {
  return [...tableSql.matchAll(/CONSTRAINT "\w+" CHECK \(/g)].map(({ 0: head, index }) => {
    let end = index + head.length
    for (let open = 1; open > 0; end++) open += { '(': 1, ')': -1 }[tableSql[end]] ?? 0
    return tableSql.slice(index, end)
  })
}

function keepCount(table) {
  return [
    `DELETE FROM "sqlite_sequence" WHERE "name" = 'new_${table}';`,
    `INSERT INTO "sqlite_sequence" ("name", "seq") SELECT 'new_${table}', "seq" FROM "sqlite_sequence" WHERE "name" = '${table}';`,
  ].join('\n')
}
