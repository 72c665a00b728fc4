import { dayInZone, instantInZone, isoDay, type Day } from '@/lib/clock'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { firstFreeDay } from './calendar'
import { listTakenDays } from './calendar-queries'
import { schedulePost } from './publishing'
import type { From } from './save-key'
import type { SavedPost } from './stored'

/** The next day, from tomorrow, on which nothing comes out yet, and its usual hour. */
export async function findNextFree(now: Date = new Date()): Promise<{ day: Day; at: Date }> {
  const { timeZone, usualHour } = await getSettings()
  const tomorrow = dayInZone(now, timeZone) + 1
  const day = firstFreeDay(tomorrow, await listTakenDays(tomorrow, timeZone))
  return { day, at: instantInZone(`${isoDay(day)}T${usualHour}`, timeZone) }
}

/** Plans a draft for the next free day at the usual hour, so that a week is lined up by as many presses. */
export async function planNext(viewer: Viewer, id: number, from: From, now: Date = new Date()): Promise<SavedPost & { day: Day }> {
  const { day, at } = await findNextFree(now)
  return { ...(await schedulePost(viewer, id, from, at, { now })), day }
}
