'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { deletePicture, describePicture } from '@/lib/media/commands'
import { deleteRecording } from '@/lib/media/recordings'

const id = z.coerce.number().int().positive()

export const describe = formAction(z.object({ id, alt: z.string().trim().max(300, 'form.too_long') }), async (viewer, input) => {
  await describePicture(viewer, input.id, input.alt)
  revalidatePath('/admin/media')
  return { message: messages(toLocale(viewer?.locale)).admin.saved }
})

export const remove = formAction(z.object({ id }), async (viewer, input) => {
  await deletePicture(viewer, input.id)
  revalidatePath('/admin/media')
})

export const removeRecording = formAction(z.object({ id }), async (viewer, input) => {
  await deleteRecording(viewer, input.id)
  revalidatePath('/admin/media')
})
