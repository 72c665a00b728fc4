'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { cancelRun, forgetRun, startRun } from '@/lib/import/commands'
import { goOnWithImports } from '@/lib/import/go-on'
import { fetchPictures, retryPictures, stopFetching } from '@/lib/remote-pictures/commands'
import { updateSettings } from '@/lib/settings/commands'

const id = z.coerce.number().int().positive()
const room = '/admin/pindahan'

export const bringIn = formAction(z.object({ id, overwrite: z.literal('on').optional() }), async (viewer, input) => {
  await startRun(viewer, input.id, input.overwrite === 'on')
  await goOnWithImports()
  revalidatePath(`${room}/${input.id}`)
})

export const cancel = formAction(z.object({ id }), async (viewer, input) => {
  await cancelRun(viewer, input.id)
  revalidatePath(`${room}/${input.id}`)
})

export const forget = formAction(z.object({ id }), async (viewer, input) => {
  await forgetRun(viewer, input.id)
  redirect(room)
})

export const fetchAll = formAction(z.object({}), async (viewer) => {
  await fetchPictures(viewer)
  revalidatePath(room)
})

export const fetchAgain = formAction(z.object({}), async (viewer) => {
  await retryPictures(viewer)
  revalidatePath(room)
})

export const stopFetch = formAction(z.object({}), async (viewer) => {
  await stopFetching(viewer)
  revalidatePath(room)
})

export const showElsewhere = formAction(z.object({ picturesElsewhere: z.enum(['yes', 'no']) }), async (viewer, input) => {
  await updateSettings(viewer, { picturesElsewhere: input.picturesElsewhere === 'yes' })
  revalidatePath(room)
})
