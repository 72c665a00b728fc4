import { dayInZone, type Day } from '@/lib/clock'
import { purge } from '@/lib/page-cache/purge'
import { processWide } from '@/lib/process-wide'
import { getSettings } from '@/lib/settings/queries'

const last = processWide('last day', () => ({ day: undefined as Day | undefined }))

/** When a day begins in the blog's zone, what was today's devotional is not any more. Each process has pages and a clock of its own. */
export async function turnTheDay(now = new Date()): Promise<void> {
  const { timeZone } = await getSettings()
  const today = dayInZone(now, timeZone)
  if (last.day !== undefined && last.day !== today) purge('today')
  last.day = today
}
