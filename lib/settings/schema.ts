import { z } from 'zod'
import { isTimeZone } from '@/lib/clock'
import { locales } from '@/lib/i18n/locales'
import { defaultFeedSettings, feedSettings } from './feed-settings'
import { commentSettings, defaultCommentSettings } from './comment-settings'

const menuItem = z.discriminatedUnion('type', [
  z.object({ type: z.literal('archive') }),
  z.object({ type: z.literal('labels') }),
  z.object({ type: z.literal('search') }),
  z.object({ type: z.literal('page'), postId: z.int(), title: z.string().trim().max(60).default('') }),
  z.object({ type: z.literal('label'), name: z.string().min(1), title: z.string().trim().max(60).default('') }),
  z.object({
    type: z.literal('link'),
    title: z.string().trim().min(1, 'form.required').max(60, 'form.too_long'),
    href: z.union([z.url({ protocol: /^https?$/ }), z.string().regex(/^\/(?!\/)/)], 'form.url'),
  }),
])
export type MenuItem = z.infer<typeof menuItem>

/** What each setting may be; forms use it as it is. */
export const siteSettings = z.object({
  name: z.string().trim().min(1, 'form.required').max(80, 'form.too_long'),
  description: z.string().trim().max(300, 'form.too_long'),
  timeZone: z.string().refine(isTimeZone, 'invalid'),
  language: z.enum(locales),
  /** The hour that a new plan begins with. */
  usualHour: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'form.time'),
  footer: z.string().trim().max(1000, 'form.too_long'),
  iconId: z.int().nullable(),
  shareImageId: z.int().nullable(),
  ...commentSettings,
  postsPerPage: z.int().min(5).max(50),
  viewsPerMinute: z.int().min(10).max(100_000),
  similarDevices: z.int().min(1).max(1000),
  popularWindow: z.enum(['week', 'month', 'year', 'all']),
  popularCount: z.int().min(1).max(10),
  popularPictures: z.boolean(),
  popularSnippets: z.boolean(),
  /** Whether pictures of the old blog are shown from there until they are fetched. */
  picturesElsewhere: z.boolean(),
  ...feedSettings,
  menu: z.array(menuItem).max(12),
})
export type SiteSettings = z.infer<typeof siteSettings>
export type SettingKey = keyof SiteSettings

export const defaultSettings: SiteSettings = {
  name: 'Teduh',
  description: 'Renungan untuk dibaca pelan-pelan.',
  timeZone: 'Asia/Jakarta',
  language: 'id',
  // Most devotionals are read before work.
  usualHour: '05:00',
  footer: '',
  iconId: null,
  shareImageId: null,
  ...defaultCommentSettings,
  postsPerPage: 20,
  viewsPerMinute: 600,
  similarDevices: 30,
  popularWindow: 'year',
  popularCount: 3,
  popularPictures: true,
  popularSnippets: true,
  picturesElsewhere: true,
  ...defaultFeedSettings,
  menu: [{ type: 'archive' }, { type: 'labels' }, { type: 'search' }],
}
