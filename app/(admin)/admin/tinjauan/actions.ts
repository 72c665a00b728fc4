'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { instantInZone } from '@/lib/clock'
import { dateAndTime } from '@/lib/dates'
import { AppError } from '@/lib/errors'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { setCoauthors } from '@/lib/posts/authors'
import { publishPost, schedulePost } from '@/lib/posts/publishing'
import { addNote, removeNote, returnPost } from '@/lib/reviews/commands'
import { writtenNote } from '@/lib/reviews/schema'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'

const id = z.coerce.number().int().positive()
const revision = z.coerce.number().int().nonnegative()
const wordsFor = (viewer: Viewer) => messages(toLocale(viewer?.locale)).review

function refresh(id: number) {
  revalidatePath(`/admin/tinjauan/${id}`)
}

export const sendNote = formAction(z.object({ id, body: writtenNote }), async (viewer, input) => {
  await addNote(viewer, input.id, input.body)
  refresh(input.id)
  return { message: wordsFor(viewer).sent }
})

export const takeBackNote = formAction(z.object({ id, note: id }), async (viewer, input) => {
  await removeNote(viewer, input.note)
  refresh(input.id)
})

export const giveBack = formAction(z.object({ id, revision, body: writtenNote }), async (viewer, input) => {
  await returnPost(viewer, input.id, input.revision, input.body)
  refresh(input.id)
  return { message: wordsFor(viewer).returned }
})

const plan = z.object({ id, revision, date: z.iso.date('post.date'), time: z.string().regex(/^\d{2}:\d{2}$/, 'post.date') })

export const planPost = formAction(plan, async (viewer, input) => {
  const { timeZone } = await getSettings()
  const at = instantOf(`${input.date}T${input.time}`, timeZone)
  await schedulePost(viewer, input.id, input.revision, at)
  refresh(input.id)
  return { message: wordsFor(viewer).scheduled(dateAndTime(at, toLocale(viewer?.locale), timeZone)) }
})

export const publishNow = formAction(z.object({ id, revision }), async (viewer, input) => {
  await publishPost(viewer, input.id, input.revision)
  refresh(input.id)
  return { message: wordsFor(viewer).published }
})

const names = z.object({ id, coauthors: z.array(z.union([z.literal(''), id])).max(20).default([]) })

export const nameAuthors = formAction(names, async (viewer, input) => {
  await setCoauthors(viewer, input.id, input.coauthors.filter((person) => person !== ''))
  refresh(input.id)
  return { message: wordsFor(viewer).authorsSaved }
})

function instantOf(local: string, timeZone: string): Date {
  try {
    return instantInZone(local, timeZone)
  } catch {
    throw new AppError('invalid', 'post.date', { fields: { date: 'post.date' } })
  }
}
