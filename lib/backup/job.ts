import { spawn } from 'node:child_process'
import { z } from 'zod'
import { dayInZone } from '@/lib/clock'
import { exclusive } from '@/lib/db/dialect'
import { transact } from '@/lib/db/transaction'
import { log } from '@/lib/log'
import { putSetting } from '@/lib/settings/commands'
import { getSettings } from '@/lib/settings/queries'
import { onStop } from '@/lib/stop'
import { readKeep } from './record'

const claimKey = 'backup.claimed'
const claim = z.object({ day: z.int(), at: z.iso.datetime(), tries: z.int() })
/** A backup that was killed with its server is tried again, but not for ever. */
const patience = 3 * 3_600_000
const mostTries = 3
/** A server that has just started has better things to do. */
const settled = 30 * 60

type Start = () => void

/** For the clock: once a day of the blog's, on one of the servers, in a process of its own. */
export async function backUpDaily(now = new Date(), start: Start = startChild, uptime = process.uptime()): Promise<void> {
  if (uptime < settled || (await readKeep()) === 0) return
  if (await isMine(now)) start()
}

/** Of several servers one gets the day. */
async function isMine(now: Date): Promise<boolean> {
  const { timeZone } = await getSettings()
  const day = dayInZone(now, timeZone)
  return transact(async (tx) => {
    await exclusive(tx, claimKey)
    const rows = await tx.setting.findMany({ where: { key: { in: [claimKey, 'backup.made'] } } })
    const value = (key: string): unknown => JSON.parse(rows.find((row) => row.key === key)?.value ?? 'null')
    const made = z.object({ madeAt: z.iso.datetime() }).safeParse(value('backup.made')).data
    if (made && dayInZone(new Date(made.madeAt), timeZone) >= day) return false
    const known = claim.safeParse(value(claimKey)).data
    const tries = known?.day === day ? known.tries : 0
    if (tries > 0 && (tries >= mostTries || now.getTime() - Date.parse(known!.at) < patience)) return false
    await putSetting(tx, claimKey, { day, at: now.toISOString(), tries: tries + 1 })
    return true
  })
}

function startChild(): void {
  const child = spawn(process.execPath, ['scripts/teduh.mjs', 'backup', '--daily'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text) => { said = (said + String(text)).slice(-500) })
  child.on('error', (error) => log.error({ err: error }, 'the daily backup could not be started'))
  child.on('close', (code) => {
    if (code === 0) log.info('daily backup made and proven')
    else log.error({ code, said }, 'the daily backup failed')
  })
  onStop(() => void child.kill())
}
