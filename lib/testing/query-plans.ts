import Database from 'better-sqlite3'
import pg from 'pg'
import { db, disconnect, engine } from '@/lib/db/client'

/** Tables that grow with use; a few hundred people, labels or settings may be read whole. */
const growing = new Set(['Post', 'Comment', 'ViewCount', 'ViewSource', 'SeenView', 'PostReads', 'UnrankedReads', 'PostLabel', 'PostMedia', 'Revision', 'Media', 'DiscardedHits', 'Redirect'])

const asked: string[] = []
let isListening = false

/** Notes every statement that reaches the database's driver; call it before the first query. */
export function listenToStatements(): void {
  if (isListening) return
  isListening = true
  const { prepare } = Database.prototype
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    asked.push(sql)
    return prepare.call(this, sql)
  } as typeof prepare
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args
    const text = typeof first === 'string' ? first : (first as { text?: string } | null)?.text
    if (text) asked.push(text)
    return (query as (...args: unknown[]) => unknown).apply(this, args)
  } as typeof query
}

/** The statements that `run` sends. */
export async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  // A connection of our own has no statements at hand from before.
  await disconnect()
  const from = asked.length
  await run()
  return asked.slice(from).filter((sql) => /^\s*SELECT/i.test(sql))
}

/** The growing tables that a statement reads from end to end. */
export async function scansOf(sql: string): Promise<string[]> {
  const plan = engine === 'sqlite' ? await sqlitePlan(sql) : await postgresPlan(sql)
  return plan.filter(({ scan }) => scan).map(({ table }) => table).filter((table) => growing.has(table))
}

type Step = { table: string; scan: boolean }

/** How SQLite goes through the tables, outermost first: `SEARCH p USING INTEGER PRIMARY KEY (rowid=?)`. */
export async function sqliteSteps(sql: string): Promise<string[]> {
  const empty = Array.from(sql.matchAll(/\?/g), () => null)
  const rows = await db.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...empty)
  return rows.map(({ detail }) => detail)
}

async function sqlitePlan(sql: string): Promise<Step[]> {
  const aliases = aliasesIn(sql)
  return (await sqliteSteps(sql)).map((detail) => {
    const [, how, name = ''] = /^(SCAN|SEARCH) (\S+)/.exec(detail) ?? []
    return { table: aliases[name] ?? name, scan: how === 'SCAN' }
  })
}

async function postgresPlan(sql: string): Promise<Step[]> {
  // A test's tables are small, where reading all is cheapest; what is left of that without a choice has no index.
  const rows = await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
    return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN (GENERIC_PLAN) ${sql}`)
  })
  return rows.map((row) => /Seq Scan on "?(\w+)"?/.exec(row['QUERY PLAN'])).flatMap((match) => (match ? [{ table: match[1]!, scan: true }] : []))
}

/** `FROM "Post" AS "t0"`, `JOIN "Post" p` */
function aliasesIn(sql: string): Record<string, string> {
  const names = sql.replace(/`?main`?\./g, '').matchAll(/(?:FROM|JOIN)\s+["`](\w+)["`]\s+(?:AS\s+)?["`]?(\w+)["`]?/gi)
  return Object.fromEntries(Array.from(names, ([, table, alias]) => [alias!, table!]))
}
