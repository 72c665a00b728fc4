import { parentPort } from 'node:worker_threads'
import { engine } from '@/lib/db/engine'
import { giveWayHere } from '@/lib/give-way'
import { openPostgresLedgers } from './postgres-ledger'
import { recordHits, type Hit, type ViewResult } from './record'
import { openSqliteLedgers } from './sqlite-ledger'

// The thread of `writeViewsApart`: bundled by itself.

/** Rounds, and at the end `null`. */
export type Order = Hit[] | null
export type Outcome = { results: ViewResult[] } | { error: unknown }

giveWayHere()
const ledgers = await (engine === 'postgresql' ? openPostgresLedgers() : openSqliteLedgers())

parentPort!.on('message', (hits: Order) => {
  if (hits) return void outcomeOf(hits).then((outcome) => parentPort!.postMessage(outcome, []))
  void ledgers.close().then(() => parentPort!.close())
})

async function outcomeOf(hits: Hit[]): Promise<Outcome> {
  try {
    return { results: await ledgers.write((ledger) => recordHits(ledger, hits)) }
  } catch (error) {
    return { error }
  }
}
