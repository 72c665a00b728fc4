'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { clearSample } from '@/lib/sample/clear'

export const removeSample = formAction(z.object({}), async (viewer) => {
  await clearSample(viewer)
  revalidatePath('/admin', 'layout')
  return { message: messages(toLocale(viewer?.locale)).sample.removed }
})
