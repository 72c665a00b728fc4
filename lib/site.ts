import { cache } from 'react'
import type { Metadata } from 'next'
import { dayInZone } from './clock'
import { count, longDate, monthName, shortDate, weekday } from './dates'
import { env } from './env'
import { messages } from './i18n/messages'
import { iconPath, sharePath } from './media/derived'
import { getSettings } from './settings/queries'

/** What every reader page needs to know of the site; once a page. */
export const getSite = cache(async () => {
  const settings = await getSettings()
  const locale = settings.language
  return {
    ...settings,
    url: env.SITE_URL,
    shareImage: { url: settings.shareImageId ? sharePath(settings.shareImageId) : '/share.jpg', width: 1200, height: 630 },
    icons: siteIcons(settings.iconId),
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

/** The owner's own picture, or the shelter. */
export function siteIcons(iconId: number | null): Metadata['icons'] {
  if (iconId) return { icon: [{ url: iconPath(iconId), type: 'image/png', sizes: '192x192' }], apple: iconPath(iconId) }
  return { icon: [{ url: '/favicon.ico', sizes: '32x32' }, { url: '/icon.svg', type: 'image/svg+xml' }], apple: '/apple-touch-icon.png' }
}
