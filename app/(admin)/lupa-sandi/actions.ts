'use server'

import { headers } from 'next/headers'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { messages } from '@/lib/i18n/messages'
import { takePoint } from '@/lib/rate-limit'
import { getSettings } from '@/lib/settings/queries'
import { mailResetLink } from '@/lib/users/mail-reset'
import { email } from '@/lib/users/schema'

const perAddress = { name: 'forgotten', points: 5, seconds: 3600 }

/** Says the same for every address, and takes the same time: the mail goes out afterwards. */
export const askForReset = formAction(z.object({ email }), async (_, input) => {
  await takePoint(perAddress, (await headers()).get('x-teduh-address') ?? '')
  const { language, name } = await getSettings()
  void mailResetLink(input.email, name)
  return { message: messages(language).people.forgotten.sent }
})
