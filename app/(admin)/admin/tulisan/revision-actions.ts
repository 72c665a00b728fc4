'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { env } from '@/lib/env'
import { dateAndTime } from '@/lib/dates'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { lifetimes, revokePreview, sharePreview, type Lifetime } from '@/lib/preview-links/commands'
import { restoreRevision } from '@/lib/revisions/commands'
import { getSettings } from '@/lib/settings/queries'

const id = z.coerce.number().int().positive()

/** Goes on from how a post was. */
export const goBack = formAction(z.object({ id, revision: z.coerce.number().int(), versi: z.coerce.number().int() }), async (viewer, { id, revision, versi }) => {
  const { isAhead } = await restoreRevision(viewer, id, revision, versi)
  revalidatePath('/admin', 'layout')
  const { history } = messages(toLocale(viewer?.locale))
  return { message: isAhead ? history.restoredPublic : history.restored }
})

/** Makes a link for a reviewer, which is shown this once. */
export const share = formAction(z.object({ id, hari: z.coerce.number().pipe(z.literal([...lifetimes])) }), async (viewer, { id, hari }) => {
  const { token, expiresAt } = await sharePreview(viewer, id, hari as Lifetime)
  const { timeZone } = await getSettings()
  revalidatePath('/admin', 'layout')
  const locale = toLocale(viewer?.locale)
  return { message: messages(locale).preview.made(dateAndTime(expiresAt, locale, timeZone)), link: `${env.SITE_URL}/pratinjau/tautan/${token}` }
})

/** Ends a reviewer's link. */
export const revoke = formAction(z.object({ id }), async (viewer, { id }) => {
  await revokePreview(viewer, id)
  revalidatePath('/admin', 'layout')
  return { message: messages(toLocale(viewer?.locale)).preview.revoked }
})
