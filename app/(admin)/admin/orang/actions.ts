'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { createUser, removeUser, setActive, setRole } from '@/lib/users/commands'
import { makeResetLink } from '@/lib/users/reset'
import { newUser, roles } from '@/lib/users/schema'
import type { Viewer } from '@/lib/viewer'

const id = z.coerce.number().int().positive()
const wordsFor = (viewer: Viewer) => messages(toLocale(viewer?.locale)).people.list

export const addPerson = formAction(newUser.omit({ password: true }), async (viewer, input) => {
  const person = await createUser(viewer, input)
  const link = await makeResetLink(viewer, person.id)
  revalidatePath('/admin/orang')
  return { message: wordsFor(viewer).created, link }
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
