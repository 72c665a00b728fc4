'use server'

import { z } from 'zod'
import { formAction } from '@/lib/action'
import { count } from '@/lib/dates'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { enterStarting } from '@/lib/views/starting'

const form = z.object({ text: z.string().trim().min(1, 'form.required').max(2_000_000, 'form.too_long') })

export const saveStarting = formAction(form, async (viewer, { text }) => {
  const { set, unknown } = await enterStarting(viewer, text)
  const locale = toLocale(viewer?.locale)
  const { starting } = messages(locale)
  // Lines whose post was not found come back, so that they can be mended.
  const message = [starting.set(count(set.length, locale)), unknown.length > 0 && starting.unknown(unknown.slice(0, 10).join('; '), count(unknown.length, locale))].filter(Boolean).join(' ')
  return { message, values: { text: unknown.length ? text : '' } }
})
