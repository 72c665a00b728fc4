import { rm } from 'node:fs/promises'
import { record } from '@/lib/activity/record'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { isAppError } from '@/lib/errors'
import { importFile } from './import-file'
import { fileOfRun } from './place-of-file'
import type { Tally } from './report'
import { readRunReport, writeRunReport } from './run-report'

/** How often what is going on is written down, in ms. */
const often = 1000
/** A process that was not heard of for so long is gone. */
export const patience = 20_000

/**
 * Does what was asked for in the import room, in this process. Begun again after an interruption it goes on: what is
 * in already is passed over. @param isStopped whether this process should end; another goes on then
 */
export async function performRun(id: number, isStopped: () => boolean = () => false): Promise<void> {
  const run = await claim(id)
  if (!run) return
  const { overwrite } = readRunReport(run.report)
  const pulse = new Pulse(id)
  try {
    const { form, tally, isCancelled } = await importFile(fileOfRun(id), {
      isDryRun: run.isDryRun, overwrite, userId: run.userId, now: new Date(),
      onRead: (bytes) => pulse.read(bytes), onBegin: (all, tally) => pulse.begin(all, tally),
      onProgress: (done) => pulse.bring(done.posts + done.comments),
      isCancelled: async () => isStopped() || (await pulse.isCancelled()),
    })
    const state = !isCancelled ? 'done' : (await pulse.isCancelled(true)) ? 'cancelled' : 'waiting'
    const isDone = state === 'done' && !run.isDryRun
    await finish(id, { form, state, report: writeRunReport(tally, overwrite), ...(state !== 'waiting' && { endedAt: new Date() }) }, isDone ? run : undefined)
    if (isDone) await rm(fileOfRun(id), { force: true })
  } catch (error) {
    const reason = isAppError(error) ? error.reason : 'unexpected'
    await finish(id, { state: 'failed', error: reason, endedAt: new Date() })
    // What is refused once is refused always; while another import runs, this one only has to wait.
    if (isAppError(error) && error.code === 'invalid' && reason !== 'import.busy') await rm(fileOfRun(id), { force: true })
    if (!isAppError(error)) throw error
  }
}

/** One process does it, and another only when that one was not heard of. */
async function claim(id: number) {
  const now = new Date()
  return transact(async (tx) => {
    const { count } = await tx.importRun.updateMany({
      where: { id, OR: [{ state: 'waiting' }, { state: 'running', aliveAt: { lt: new Date(now.getTime() - patience) } }] },
      data: { state: 'running', aliveAt: now },
    })
    return count === 0 ? null : tx.importRun.findUniqueOrThrow({ where: { id }, select: { isDryRun: true, report: true, userId: true, filename: true } })
  })
}

/** @param did whose import it was, when it came in whole */
async function finish(id: number, data: Parameters<typeof db.importRun.update>[0]['data'], did?: { userId: number | null; filename: string }): Promise<void> {
  await transact(async (tx) => {
    await tx.importRun.update({ where: { id }, data })
    if (did) await record(tx, did.userId === null ? null : { id: did.userId }, 'site.import', `import:${id}`, did.filename)
  })
}

/** Says how far it is, now and then, and hears whether it should stop. */
class Pulse {
  #last = 0
  #asked = 0
  #cancelled = false
  #all = 0
  #tally: Tally | undefined

  constructor(readonly id: number) {}

  read(bytes: number): void {
    if (this.#isTime()) void this.#write({ readKiB: Math.ceil(bytes / 1024) })
  }

  begin(all: number, tally: Tally): void {
    this.#all = all
    this.#tally = tally
  }

  async bring(done: number): Promise<void> {
    if (!this.#isTime()) return
    const { report, changes } = this.#tally!
    const counts = { ...report, skipped: [], warnings: [] }
    const overwrite = readRunReport((await db.importRun.findUniqueOrThrow({ where: { id: this.id }, select: { report: true } })).report).overwrite
    await this.#write({ report: JSON.stringify({ report: counts, changes, overwrite, progress: { done, all: this.#all } }) })
  }

  async isCancelled(isNow = false): Promise<boolean> {
    if (this.#cancelled || (!isNow && Date.now() - this.#asked < often / 4)) return this.#cancelled
    this.#asked = Date.now()
    const run = await db.importRun.findUnique({ where: { id: this.id }, select: { state: true } })
    return (this.#cancelled = run?.state === 'cancelled')
  }

  #isTime(): boolean {
    if (Date.now() - this.#last < often) return false
    this.#last = Date.now()
    return true
  }

  async #write(data: { readKiB?: number; report?: string }): Promise<void> {
    await transact((tx) => tx.importRun.update({ where: { id: this.id }, data: { ...data, aliveAt: new Date() } }))
  }
}
