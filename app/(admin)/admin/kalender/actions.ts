'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { planNext } from '@/lib/posts/plan-next'

/** Plans a draft for the next free day at the usual hour. */
export const planNextDay = formAction(z.object({ id: z.coerce.number().int().positive(), revision: z.coerce.number().int() }), async (viewer, { id, revision }) => {
  await planNext(viewer, id, revision)
  revalidatePath('/admin', 'layout')
})
