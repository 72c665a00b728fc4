import { z } from 'zod'
import type { Note } from './notes'
import type { Changes, Report, Tally } from './report'

/** What `ImportRun.report` holds: what came of it so far, and how it was asked for. */
export type RunReport = { report: Report | null; changes: Changes | null; notes: Note[]; overwrite: boolean; progress: { done: number; all: number } | null }

const stored = z.object({
  report: z.custom<Report>().nullable().default(null), changes: z.custom<Changes>().nullable().default(null), notes: z.array(z.custom<Note>()).default([]),
  overwrite: z.boolean().default(false), progress: z.object({ done: z.int(), all: z.int() }).nullable().default(null),
})

export function writeRunReport({ report, changes, notes }: Pick<Tally, 'report' | 'changes' | 'notes'>, overwrite: boolean): string {
  return JSON.stringify({ report, changes, notes, overwrite })
}

export function readRunReport(json: string): RunReport {
  return stored.parse(JSON.parse(json))
}
