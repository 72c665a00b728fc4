import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { giveWay } from '@/lib/give-way'
import { writeDownRun } from '@/lib/import/commands'
import { importFile } from '@/lib/import/import-file'
import { bringTeduhIn } from '@/lib/import/teduh/bring-in'
import { isTeduhJson } from '@/lib/import/teduh/read'
import { performRun } from '@/lib/import/perform-run'
import type { Report, Tally } from '@/lib/import/report'
import { fetchDue } from '@/lib/remote-pictures/commands'
import { spareMemory } from '@/lib/server/sparing-memory'
import type { Done } from './run'
import { typed } from './typed'

type Wish = { dryRun?: boolean; overwrite?: boolean }

/** Brings a Blogger, WordPress or Ghost export in, or says what would come. */
export async function bringFileIn(file: string, { dryRun = false, overwrite = false }: Wish): Promise<Done> {
  spareMemory()
  giveWay()
  let isStopped = false
  const stop = () => void (isStopped = true)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const path = typed(file)
  // Our own form comes back as it was, with the pictures that lie beside it.
  if (await isTeduhJson(path)) {
    const tally = await bringTeduhIn(path, dryRun)
    if (!dryRun) await writeDown(path, 'teduh', tally)
    return { text: sentences(tally.report, { dryRun, isCancelled: false }), json: tally.report }
  }
  const { form, tally, isCancelled } = await importFile(path, {
    isDryRun: dryRun, overwrite, userId: null, now: new Date(), onProgress: () => {}, isCancelled: () => isStopped,
  })
  if (!dryRun) await writeDown(path, form, tally, { isCancelled, overwrite })
  return { text: sentences(tally.report, { dryRun, isCancelled }), json: tally.report }
}

/** In the import room and under what happened, as those that were begun there. */
async function writeDown(path: string, form: string, tally: Pick<Tally, 'report' | 'changes' | 'notes'>, { isCancelled = false, overwrite = false } = {}): Promise<void> {
  await writeDownRun({ filename: basename(path), form, sizeKiB: Math.ceil(statSync(path).size / 1024), isCancelled, overwrite, tally })
}

export async function performRoomRun(id: string): Promise<Done> {
  spareMemory()
  giveWay()
  let isStopped = false
  process.once('SIGTERM', () => void (isStopped = true))
  await performRun(Number(id), () => isStopped)
  return { text: '', json: {} }
}

export async function fetchDuePictures(): Promise<Done> {
  giveWay()
  let isStopped = false
  process.once('SIGTERM', () => void (isStopped = true))
  return { text: '', json: { fetched: await fetchDue(() => isStopped) } }
}

function sentences(report: Report, { dryRun, isCancelled }: { dryRun: boolean; isCancelled: boolean }): string {
  const { posts, pages, drafts, scheduled, trashed, comments, labels, media, redirects, skipped, warnings } = report
  const counts = `${posts} posts, ${pages} pages, ${drafts} drafts, ${scheduled} scheduled, ${trashed} in the trash, ${comments} comments, ${labels} labels, ${media} media files and ${redirects} redirects`
  const first = isCancelled ? `Stopped. What came in until then: ${counts}.` : dryRun ? `Would bring in ${counts}.` : `Brought in ${counts}.`
  return [first, ...skipped.map(({ id, reason }) => `Skipped ${id}: ${reason}`), ...warnings].join('\n')
}
