import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@/lib/errors'
import { processWide } from '@/lib/process-wide'
import { engine, writer } from './client'
import { notifyPurge } from './dialect'
import type { Prisma } from './generated/sqlite/client'

export type Tx = Prisma.TransactionClient

/** Says what readers see has changed: `post:12`, `lists`, `popular`, `labels`, `settings`. */
export type Touch = (...tags: string[]) => void

/** Names this process in the Purge table, so that it does not act on its own rows again. */
export const origin = processWide('origin', randomUUID)

/** How long to go on trying when others are in the way, in ms. */
const patience = 15_000

/** How long a transaction may take, in ms. */
const usual = 60_000

/**
 * Runs `run` in a transaction, and then lets the page cache forget what it touched: after the commit in this
 * process, by a row of the same transaction in the others. Tried again when another transaction was in the
 * way, so `run` must do nothing but read and write through `tx`.
 *
 * @throws AppError `unavailable` when the database stays busy; nothing has been written then
 */
export async function transact<T>(run: (tx: Tx, touch: Touch) => Promise<T>, { timeout = usual } = {}): Promise<T> {
  const until = Date.now() + patience
  for (let attempt = 1; ; attempt++) {
    const tags = new Set<string>()
    try {
      const result = await writer.$transaction(
        async (tx) => {
          const result = await run(tx, (...names) => names.forEach((name) => tags.add(name)))
          if (tags.size > 0) await announce(tx, [...tags])
          return result
        },
        { maxWait: 20_000, timeout },
      )
      if (tags.size > 0) pageCache()?.purge([...tags])
      return result
    } catch (error) {
      if (!isBusy(error) && !(attempt === 1 && isTaken(error))) throw error
      if (Date.now() > until) throw Object.assign(new AppError('unavailable', 'unavailable', { retryAfter: 5 }), { cause: error })
      await wait(Math.min(10 * attempt, 250) * (0.5 + Math.random()))
    }
  }
}

/** What server.ts has put there; a process without a page cache has nothing to forget. */
function pageCache(): { purge: (tags: string[]) => void } | undefined {
  return (globalThis as unknown as Record<symbol, { purge: (tags: string[]) => void } | undefined>)[
    Symbol.for('teduh.page-cache')
  ]
}

async function announce(tx: Tx, tags: string[]) {
  await tx.purge.create({ data: { origin, tags: JSON.stringify(tags) } })
  if (engine === 'postgresql') await notifyPurge(tx, { origin, tags })
}

/** P2034: serialisation failure or deadlock; P1008: SQLite's write lock is taken; P2028: no transaction could start in time. */
function isBusy(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  if (code === 'P2028') return /Unable to start a transaction/.test(message)
  return code === 'P2034' || code === 'P1008' || /TransactionWriteConflict|SocketTimeout|deadlock detected/.test(message)
}

/** P2002: such a row is there. An upsert that lost a race finds it the second time; what is really taken stays so. */
function isTaken(error: unknown): boolean {
  return (error as { code?: string }).code === 'P2002'
}
