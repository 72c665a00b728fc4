'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { getSettings } from '@/lib/settings/queries'
import { disarmUser, setActive, setRole } from '@/lib/users/commands'
import { removeUser } from '@/lib/users/remove'
import { inviteAgain, invitePerson } from '@/lib/users/invite'
import { mailInvitation } from '@/lib/users/mail-invitation'
import { makeResetLink } from '@/lib/users/reset'
import { newUser, roles } from '@/lib/users/schema'
import type { Viewer } from '@/lib/viewer'

const id = z.coerce.number().int().positive()
const wordsFor = (viewer: Viewer) => messages(toLocale(viewer?.locale)).people.list

export const addPerson = formAction(newUser.omit({ password: true }), async (viewer, input) => {
  const { link } = await invitePerson(viewer, input)
  revalidatePath('/admin/orang')
  return invited(viewer, { ...input, link })
})

export const newInvitation = formAction(z.object({ id }), async (viewer, input) => invited(viewer, await inviteAgain(viewer, input.id)))

/** The letter goes out, where it can; the link is shown in any case. */
async function invited(viewer: Viewer, { email, name, link }: { email: string; name: string; link: string }) {
  const { name: site, language } = await getSettings()
  const isMailed = await mailInvitation({ to: email, name, link, by: viewer!.name, site, locale: language })
  const words = wordsFor(viewer)
  return { message: isMailed ? words.createdMailed : words.created, link }
}

export const disarm = formAction(z.object({ id }), async (viewer, input) => {
  await disarmUser(viewer, input.id)
  revalidatePath('/admin/orang')
  return { message: wordsFor(viewer).disarmed }
})

export const changeRole = formAction(z.object({ id, role: z.enum(roles) }), async (viewer, input) => {
  await setRole(viewer, input.id, input.role)
  revalidatePath('/admin/orang')
  return { message: messages(toLocale(viewer?.locale)).admin.saved }
})

export const changeActive = formAction(z.object({ id, active: z.enum(['yes', 'no']) }), async (viewer, input) => {
  await setActive(viewer, input.id, input.active === 'yes')
  revalidatePath('/admin/orang')
  return { message: input.active === 'yes' ? undefined : wordsFor(viewer).deactivated }
})

export const newResetLink = formAction(z.object({ id }), async (viewer, input) => {
  return { message: wordsFor(viewer).resetMade, link: await makeResetLink(viewer, input.id) }
})

const removal = z.object({ id, postsTo: z.union([z.literal(''), id]).default('') })

export const removePerson = formAction(removal, async (viewer, input) => {
  await removeUser(viewer, input.id, { postsTo: input.postsTo === '' ? undefined : input.postsTo })
  redirect('/admin/orang')
})
