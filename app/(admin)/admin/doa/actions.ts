'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { deletePrayer, markPrayer } from '@/lib/prayer/commands'

const id = z.coerce.number().int()

export const setPrayerRead = formAction(z.object({ id, isRead: z.enum(['ya', 'tidak']) }), async (viewer, input) => {
  await markPrayer(viewer, input.id, input.isRead === 'ya')
  revalidatePath('/admin/doa')
})

export const removePrayer = formAction(z.object({ id }), async (viewer, input) => {
  await deletePrayer(viewer, input.id)
  revalidatePath('/admin/doa')
})
