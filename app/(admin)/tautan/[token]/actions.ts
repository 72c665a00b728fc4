'use server'

import { formAction } from '@/lib/action'
import { resetPassword } from '@/lib/users/reset'
import { acceptInvitation } from '@/lib/users/invite'
import { invitation, passwordReset, setUp } from '@/lib/users/schema'
import { createOwner } from '@/lib/users/setup'

export const finishSetup = formAction(setUp, async (_, input) => {
  await createOwner(input)
  return { values: { email: input.email } }
})

export const finishInvitation = formAction(invitation, async (_, input) => {
  const { email } = await acceptInvitation(input)
  return { values: { email } }
})

export const finishReset = formAction(passwordReset, async (_, input) => {
  const { email } = await resetPassword(input)
  return { values: { email } }
})
