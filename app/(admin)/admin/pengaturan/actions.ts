'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { updateSettings } from '@/lib/settings/commands'
import { commentSettingsForm, notInSettingsForm } from '@/lib/settings/comment-settings'
import { siteSettings } from '@/lib/settings/schema'

const picture = z.preprocess((value) => (value === '' || value === undefined ? null : Number(value)), siteSettings.shape.iconId)
const ticked = z.preprocess((value) => value === 'on', z.boolean())

/**
 * The settings as a form sends them; the menu has a page of its own, the feed's id comes with a move, and the old
 * blog's pictures are in the room for moving in.
 */
const settingsForm = siteSettings.omit({ menu: true, feedId: true, picturesElsewhere: true, ...notInSettingsForm }).extend({
  iconId: picture,
  shareImageId: picture,
  postsPerPage: z.coerce.number().pipe(siteSettings.shape.postsPerPage),
  popularCount: z.coerce.number().pipe(siteSettings.shape.popularCount),
  viewsPerMinute: z.coerce.number().pipe(siteSettings.shape.viewsPerMinute),
  similarDevices: z.coerce.number().pipe(siteSettings.shape.similarDevices),
  ...commentSettingsForm,
  popularPictures: ticked,
  popularSnippets: ticked,
})

export const saveSettings = formAction(settingsForm, async (viewer, settings) => {
  await updateSettings(viewer, settings)
  revalidatePath('/admin', 'layout')
  return { message: messages(toLocale(viewer?.locale)).admin.saved }
})
