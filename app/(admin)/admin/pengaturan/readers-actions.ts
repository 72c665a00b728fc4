'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { tryMail } from '@/lib/mail/try-mail'
import { commentSettings } from '@/lib/settings/comment-settings'
import { updateSettings } from '@/lib/settings/commands'

const ticked = z.preprocess((value) => value === 'on', z.boolean())

/** What concerns readers' mail, prayers and data, as its form sends it. */
const readersForm = z.object({
  amin: ticked,
  prayer: ticked,
  prayerReaders: z.array(z.coerce.number().int()).default([]).pipe(commentSettings.prayerReaders),
  prayerForgetAfter: z.coerce.number().pipe(commentSettings.prayerForgetAfter),
  commentsNotices: ticked,
  commentsForgetAfter: z.coerce.number().pipe(commentSettings.commentsForgetAfter),
})

export const saveReadersSettings = formAction(readersForm, async (viewer, settings) => {
  await updateSettings(viewer, settings)
  revalidatePath('/admin', 'layout')
  return { message: messages(toLocale(viewer?.locale)).admin.saved }
})

export const sendTestMail = formAction(z.object({}), async (viewer) => {
  const { mail } = messages(toLocale(viewer?.locale))
  const { isSent, to, said } = await tryMail(viewer)
  return { ok: isSent, message: isSent ? mail.sent(to, said) : mail.notSent(said) }
})
