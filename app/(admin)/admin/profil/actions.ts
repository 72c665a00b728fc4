'use server'

import { z } from 'zod'
import { formAction } from '@/lib/action'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { changePassword, updateProfile } from '@/lib/users/commands'
import { passwordChange, profile } from '@/lib/users/schema'

const ofSomebody = profile.extend({ id: z.coerce.number().int() })

export const saveProfile = formAction(ofSomebody, async (viewer, { id, ...input }) => {
  await updateProfile(viewer, id, input)
  return { message: messages(toLocale(viewer?.locale)).admin.saved }
})

export const savePassword = formAction(passwordChange, async (viewer, input) => {
  await changePassword(viewer, input)
  return { message: messages(toLocale(viewer?.locale)).people.profile.changed }
})
