import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { beginWhenFree, rowsFrom, setPragmas } from '@/lib/db/sqlite-file'
import { rememberStatements } from '@/lib/db/statements'
import { giveWayHere } from '@/lib/give-way'
import { recordHits, type Hit, type Ledger, type ViewResult } from './record'

// The thread of `writeViewsApart`: bundled by itself. It may wait for the disk and for other writers as long as it takes.

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
  if (hits) return void outcomeOf(hits).then((outcome) => parentPort!.postMessage(outcome, []))
  client.close()
  parentPort!.close()
})

async function outcomeOf(hits: Hit[]): Promise<Outcome> {
  try {
    return { results: await write(hits) }
  } catch (error) {
    return { error }
  }
}

async function write(hits: Hit[]): Promise<ViewResult[]> {
  await beginWhenFree(() => client.exec('BEGIN IMMEDIATE'), isBusy)
  try {
    const results = await recordHits(ledger, hits)
    client.exec('COMMIT')
    return results
  } finally {
    if (client.inTransaction) client.exec('ROLLBACK')
  }
}

const isBusy = (error: unknown) => (error as { code?: string }).code === 'SQLITE_BUSY'
