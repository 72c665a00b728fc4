'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { erasePerson, exportPerson } from '@/lib/people-data/commands'
import { email } from '@/lib/users/schema'
import { AppError } from '@/lib/errors'

/** By the id of a comment from here on: an e-mail address in an address ends up in histories and logs. */
export const findPerson = formAction(z.object({ email }), async (viewer, input) => {
  const [first] = (await exportPerson(viewer, input)).comments
  if (!first) throw new AppError('not_found', 'person.none', { fields: { email: 'person.none' } })
  redirect(`/admin/komentar/orang?komentar=${first.id}`)
})

export const removePersonsData = formAction(z.object({ commentId: z.coerce.number().int() }), async (viewer, input) => {
  const { comments } = await erasePerson(viewer, input)
  redirect(`/admin/komentar/orang?terhapus=${comments}`)
})
