import { existsSync } from 'node:fs'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { runApart } from '@/lib/run-apart'
import { patience } from './perform-run'
import { fileOfRun } from './place-of-file'

/** Begins what waits, and what was interrupted; one at a time. */
export async function goOnWithImports(now = new Date()): Promise<void> {
  const silent = new Date(now.getTime() - patience)
  const next = await db.importRun.findFirst({
    where: { OR: [{ state: 'waiting' }, { state: 'running', aliveAt: { lt: silent } }] }, orderBy: { id: 'asc' }, select: { id: true },
  })
  if (next) return existsSync(fileOfRun(next.id)) ? runApart('import', ['import-run', String(next.id)]) : giveUp(next.id)
  // Whoever was asked to stop and is gone says no more.
  const stopped = await db.importRun.findFirst({ where: { state: 'cancelled', endedAt: null, aliveAt: { lt: silent } }, select: { id: true } })
  if (stopped) await transact((tx) => tx.importRun.update({ where: { id: stopped.id }, data: { endedAt: now } }))
}

async function giveUp(id: number): Promise<void> {
  await transact(async (tx, touch) => {
    await tx.importRun.update({ where: { id }, data: { state: 'failed', error: 'import.missing', endedAt: new Date() } })
    // It may have brought something in before it went.
    touch('settings')
  })
}
