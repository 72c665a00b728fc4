import { cache } from 'react'
import { dayInZone } from './clock'
import { count, longDate, monthName, shortDate, weekday } from './dates'
import { env } from './env'
import { messages } from './i18n/messages'
import { getSettings } from './settings/queries'

/** What every reader page needs to know of the site; once a page. */
export const getSite = cache(async () => {
  const settings = await getSettings()
  const locale = settings.language
  return {
    ...settings,
    url: env.SITE_URL,
    shareImage: settings.shareImageId ? [{ url: `/media/${settings.shareImageId}/share.jpg` }] : undefined,
    m: messages(locale),
    today: dayInZone(new Date(), settings.timeZone),
    count: (number: number) => count(number, locale),
    longDate: (day: number) => longDate(day, locale),
    shortDate: (day: number) => shortDate(day, locale),
    weekday: (day: number) => weekday(day, locale),
    monthName: (year: number, month: number) => monthName(year, month, locale),
  }
})

export type Site = Awaited<ReturnType<typeof getSite>>
