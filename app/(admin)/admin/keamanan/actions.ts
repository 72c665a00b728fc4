'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { makeNewCodes, offerTotp, turnOffTotp, turnOnTotp } from '@/lib/signing-in/codes'
import { removePasskey } from '@/lib/signing-in/passkeys'
import { code, current } from '@/lib/signing-in/schema'
import { endOtherSessions, endSession } from '@/lib/signing-in/sessions'
import type { Viewer } from '@/lib/viewer'

const room = '/admin/keamanan'
const wordsFor = (viewer: Viewer) => messages(toLocale(viewer?.locale)).security

export const startTotp = formAction(z.object({ current }), async (viewer, input) => ({ totp: await offerTotp(viewer, input.current) }))

export const confirmTotp = formAction(z.object({ code }), async (viewer, input) => ({ codes: await turnOnTotp(viewer, input.code) }))

export const renewCodes = formAction(z.object({ current }), async (viewer, input) => ({ codes: await makeNewCodes(viewer, input.current) }))

export const stopTotp = formAction(z.object({ current }), async (viewer, input) => {
  await turnOffTotp(viewer, input.current)
  revalidatePath(room)
  return { message: wordsFor(viewer).totp.stopped }
})

export const dropPasskey = formAction(z.object({ id: z.string().max(2000), current }), async (viewer, input) => {
  await removePasskey(viewer, input.id, input.current)
  revalidatePath(room)
})

export const closeDevice = formAction(z.object({ handle: z.string().max(100) }), async (viewer, { handle }) => {
  await endSession(viewer, handle)
  revalidatePath(room)
})

export const closeOtherDevices = formAction(z.object({}), async (viewer) => {
  await endOtherSessions(viewer)
  revalidatePath(room)
  return { message: wordsFor(viewer).sessions.ended }
})
