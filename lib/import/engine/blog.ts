import { isTimeZone } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { offeredKey } from '@/lib/sample/load'
import { putSetting } from '@/lib/settings/commands'
import { siteSettings, type SettingKey } from '@/lib/settings/schema'
import type { Facts } from '../spool'

/** Takes title, description, time zone and the feed's id over, each only where it was never set here. */
export async function takeBlogOver({ blog }: Facts): Promise<void> {
  const wishes: Partial<Record<SettingKey, string | undefined>> = {
    name: blog.title?.slice(0, 80).trim(), description: blog.description?.slice(0, 300).trim(),
    timeZone: blog.timeZone && isTimeZone(blog.timeZone) ? blog.timeZone : undefined, feedId: blog.feedId,
  }
  await transact(async (tx, touch) => {
    const taken: string[] = []
    for (const [key, value] of Object.entries(wishes)) {
      const isSet = await tx.setting.findUnique({ where: { key }, select: { key: true } })
      if (!isSet && value && siteSettings.shape[key as SettingKey].safeParse(value).success) {
        await putSetting(tx, key, value)
        taken.push(key)
      }
    }
    // Whoever has moved in needs no sample content any more.
    await putSetting(tx, offeredKey, true)
    // Every page of a blog that is being read would be made anew for nothing; its id stands in feeds only.
    if (taken.length > 0) touch(taken.some((key) => key !== 'feedId') ? 'settings' : 'lists')
  })
}

/** The zone in which the file's days are counted: as it is set here, or will be. */
export async function zoneAfter({ blog }: Facts, current: string): Promise<string> {
  const isSet = await db.setting.findUnique({ where: { key: 'timeZone' }, select: { key: true } })
  return !isSet && blog.timeZone && isTimeZone(blog.timeZone) ? blog.timeZone : current
}
