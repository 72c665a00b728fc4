import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { record } from '@/lib/activity/record'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { operator } from '@/lib/users/commands'
import type { Viewer } from '@/lib/viewer'
import { detectForm } from './detect'
import { fileOfRun } from './place-of-file'
import { refuse } from './refuse'
import type { Tally } from './report'
import { writeRunReport } from './run-report'

const active = ['waiting', 'running'] as const

/**
 * Takes an uploaded file over and looks at what would come; nothing changes yet.
 * @throws AppError `import.…` when it is no export
 */
export async function lookAtFile(viewer: Viewer, { path, filename, size }: { path: string; filename: string; size: number }): Promise<{ id: number }> {
  try {
    authorise(viewer, 'import.run')
    const form = await detectForm(path)
    const run = await transact((tx) =>
      tx.importRun.create({ data: { filename: filename.slice(0, 200), form, isDryRun: true, userId: viewer.id, sizeKiB: Math.ceil(size / 1024) }, select: { id: true } }),
    )
    await rename(path, fileOfRun(run.id))
    return run
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Brings in what was looked at before, or was stopped. @throws AppError `import.missing`, also for what the operator ran: that file lies elsewhere */
export async function startRun(viewer: Viewer, id: number, overwrite: boolean): Promise<void> {
  authorise(viewer, 'import.run')
  if (!existsSync(fileOfRun(id))) throw refuse('missing')
  await transact(async (tx) => {
    const { count } = await tx.importRun.updateMany({
      // One that was told to stop has done so when it has an end.
      where: { id, state: { in: ['done', 'cancelled', 'failed'] }, endedAt: { not: null } },
      data: { isDryRun: false, state: 'waiting', readKiB: 0, endedAt: null, error: null, report: JSON.stringify({ overwrite }), userId: viewer.id },
    })
    if (count === 0) throw new AppError('conflict', 'import.busy')
  })
}

/** Asks it to stop; what came in by then stays, and the report says what that is. */
export async function cancelRun(viewer: Viewer, id: number): Promise<void> {
  authorise(viewer, 'import.run')
  await transact(async (tx) => {
    // One that has not begun has nothing to finish.
    await tx.importRun.updateMany({ where: { id, state: 'waiting' }, data: { endedAt: new Date() } })
    const { count } = await tx.importRun.updateMany({ where: { id, state: { in: [...active] } }, data: { state: 'cancelled' } })
    if (count === 0) return
    const { filename, isDryRun } = await tx.importRun.findUniqueOrThrow({ where: { id }, select: { filename: true, isDryRun: true } })
    if (!isDryRun) await record(tx, viewer, 'site.import-cancel', `import:${id}`, filename)
  })
}

/** Forgets a run and its file; what it brought in stays. */
export async function forgetRun(viewer: Viewer, id: number): Promise<void> {
  authorise(viewer, 'import.run')
  await transact((tx) => tx.importRun.deleteMany({ where: { id, state: { notIn: [...active] } } }))
  await rm(fileOfRun(id), { force: true })
}

type Came = { filename: string; form: string; sizeKiB: number; isCancelled: boolean; overwrite: boolean; tally: Pick<Tally, 'report' | 'changes' | 'notes'> }

/** Puts an import that the operator ran at the server beside those of the room. */
export async function writeDownRun({ filename, form, sizeKiB, isCancelled, overwrite, tally }: Came): Promise<void> {
  await transact(async (tx) => {
    const { id } = await tx.importRun.create({
      data: {
        filename: filename.slice(0, 200), form, sizeKiB, readKiB: sizeKiB, state: isCancelled ? 'cancelled' : 'done', endedAt: new Date(), report: writeRunReport(tally, overwrite),
      },
      select: { id: true },
    })
    await record(tx, operator, isCancelled ? 'site.import-cancel' : 'site.import', `import:${id}`, filename)
  })
}
