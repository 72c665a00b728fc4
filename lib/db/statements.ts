import type { Database } from 'better-sqlite3'

type Statement = ReturnType<Database['prepare']>

/** A query with a list has a text for each length of the list, so there is no natural end to them. */
const most = 500

/** Preparing a statement costs more than running most of ours; the same text comes again and again. */
export function rememberStatements(client: Database): void {
  const prepare = client.prepare.bind(client)
  const remembered = new Map<string, Statement>()
  client.prepare = ((sql: string) => {
    const known = remembered.get(sql)
    if (known && !known.busy) return unbound(known)
    const statement = prepare(sql)
    if (remembered.size >= most) remembered.clear()
    remembered.set(sql, statement)
    return unbound(statement)
  }) as Database['prepare']
}

/** Prisma's adapter binds for good and then runs, which a statement bears only once; this binds for one run. */
function unbound(statement: Statement) {
  return {
    bind: (args: unknown[]) => ({
      reader: statement.reader,
      run: () => statement.run(args),
      columns: () => statement.columns(),
      raw: () => ({ all: () => statement.raw(true).all(args) }),
    }),
  }
}
