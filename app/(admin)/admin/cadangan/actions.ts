'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { keepBackups } from '@/lib/backup/commands'
import { keepSchema } from '@/lib/backup/record'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'

export const saveKeep = formAction(z.object({ keep: keepSchema }), async (viewer, { keep }) => {
  await keepBackups(viewer, keep)
  revalidatePath('/admin/cadangan')
  return { message: messages(toLocale(viewer?.locale)).admin.saved }
})
