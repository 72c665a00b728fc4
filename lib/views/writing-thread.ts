import { setTimeout as wait } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { patience, rowsFrom, setPragmas } from '@/lib/db/sqlite-file'
import { rememberStatements } from '@/lib/db/statements'
import { giveWayHere } from '@/lib/give-way'
import { recordHits, type Hit, type Ledger, type ViewResult } from './record'

// The thread of `ViewWriter`: bundled by itself. It may wait for the disk and for other writers as long as it takes.

/** Rounds, and at the end `null`. */
export type Order = Hit[] | null
export type Outcome = { results: ViewResult[] } | { error: unknown }

giveWayHere()
const { file } = workerData as { file: string }
const client = new Database(file, { fileMustExist: true })
setPragmas(client)
rememberStatements(client)

const ledger: Ledger = {
  rows: async <Row>(query: Parameters<Ledger['rows']>[0]) => rowsFrom<Row>(client, query),
  run: async (statements) => {
    for (const { sql, values } of statements) client.prepare(sql).bind(values).run()
  },
}

parentPort!.on('message', (hits: Order) => {
  if (hits) return void write(hits).then((results) => ({ results }), (error: unknown) => ({ error })).then((outcome: Outcome) => parentPort!.postMessage(outcome, []))
  client.close()
  parentPort!.close()
})

async function write(hits: Hit[]): Promise<ViewResult[]> {
  await begin()
  try {
    const results = await recordHits(ledger, hits)
    client.exec('COMMIT')
    return results
  } finally {
    if (client.inTransaction) client.exec('ROLLBACK')
  }
}

async function begin() {
  for (const until = Date.now() + patience; ; await wait(5)) {
    try {
      return void client.exec('BEGIN IMMEDIATE')
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > until) throw error
    }
  }
}
