import { existsSync } from 'node:fs'
import { db } from '@/lib/db/client'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { fileOfRun } from './place-of-file'
import { isNothing } from './report'
import { readRunReport } from './run-report'

/** Imports, the newest first. */
export async function listRuns(viewer: Viewer) {
  authorise(viewer, 'import.run')
  return db.importRun.findMany({
    orderBy: { id: 'desc' }, take: 20, select: { id: true, filename: true, isDryRun: true, state: true, createdAt: true, endedAt: true },
  })
}

export async function findRun(viewer: Viewer, id: number) {
  authorise(viewer, 'import.run')
  const row = await db.importRun.findUnique({
    where: { id },
    select: { id: true, filename: true, form: true, isDryRun: true, state: true, readKiB: true, sizeKiB: true, report: true, error: true, createdAt: true, endedAt: true },
  })
  if (!row) return null
  const { report, ...said } = readRunReport(row.report)
  return { ...row, ...said, report, isNothing: report !== null && isNothing(report), canStart: isOpen(row) && existsSync(fileOfRun(id)) }
}

/** Looked at only, stopped before its end, or met by another: not one whose file was refused, nor one that is in. */
function isOpen({ endedAt, error, isDryRun, state }: { endedAt: Date | null; error: string | null; isDryRun: boolean; state: string }): boolean {
  return endedAt !== null && (error === null || error === 'import.busy') && (isDryRun || state === 'cancelled' || state === 'failed')
}

export type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>
