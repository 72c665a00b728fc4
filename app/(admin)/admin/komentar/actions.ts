'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { addBlock, blockWriter, removeBlock, setDeviceTrust } from '@/lib/comments/block'
import { postRule, setPostRule } from '@/lib/comments/post-rule'
import { decideComments, replyAsAuthor, undoDecisions } from '@/lib/comments/moderate'
import { tidyText } from '@/lib/comments/schema'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import type { Viewer } from '@/lib/viewer'

const id = z.coerce.number().int()
const status = z.enum(['visible', 'spam', 'deleted', 'held'])
const decision = z.object({ id: z.array(id).min(1).max(200), to: status })
const before = z.array(z.object({ id: z.int(), status, isDecided: z.boolean() })).min(1).max(200)
const undo = z.object({ undo: z.string().transform((json, context) => before.safeParse(asJson(json)).data ?? (context.addIssue('invalid'), z.NEVER)) })
const answer = z.object({
  id,
  body: z.string().transform(tidyText).pipe(z.string().trim().min(1, 'form.required').max(5000, 'form.too_long')),
})

export const decide = formAction(decision, async (viewer, { id, to }) => {
  const undo = JSON.stringify(await decideComments(viewer, id, to))
  return { message: wordsFor(viewer).decided[to](id.length), undo }
})

export const takeBack = formAction(undo, async (viewer, { undo }) => {
  await undoDecisions(viewer, undo)
  return { message: wordsFor(viewer).undone }
})

export const replyToComment = formAction(answer, async (viewer, { id, body }) => {
  await replyAsAuthor(viewer, id, body)
  return { message: wordsFor(viewer).replied }
})

const writer = z.object({ id, kind: z.enum(['name', 'address']) })
export const blockWriterOf = formAction(writer, async (viewer, { id, kind }) => {
  await blockWriter(viewer, id, kind)
  return { message: wordsFor(viewer).block.done[kind] }
})

const rule = z.object({ kind: z.enum(['name', 'word']), value: z.string().transform(tidyText).pipe(z.string().trim().min(1, 'form.required').max(100, 'form.too_long')) })
export const block = formAction(rule, async (viewer, input) => {
  await addBlock(viewer, input)
  return { message: wordsFor(viewer).block.done[input.kind] }
})

export const unblock = formAction(z.object({ id }), async (viewer, { id }) => {
  await removeBlock(viewer, id)
  return { message: wordsFor(viewer).done }
})

const emptyIsNone = z.string().transform((text) => text.trim() || null)
const ruleOfPost = z.object({
  id,
  rule: emptyIsNone.pipe(postRule.shape.rule),
  close: emptyIsNone.transform((text) => (text === null ? null : Number(text))).pipe(postRule.shape.close),
})
export const savePostRule = formAction(ruleOfPost, async (viewer, { id, ...rule }) => {
  await setPostRule(viewer, id, rule)
  return { message: messages(toLocale(viewer?.locale)).moderation.postRule.saved }
})

const trust = z.object({ id, trust: z.enum(['yes', 'no']) })
export const trustDevice = formAction(trust, async (viewer, { id, trust }) => {
  await setDeviceTrust(viewer, id, trust === 'yes')
  return { message: wordsFor(viewer).done }
})

/** Every page under it: the queue, one comment in its conversation, what is blocked. */
function wordsFor(viewer: Viewer) {
  revalidatePath('/admin/komentar', 'layout')
  return messages(toLocale(viewer?.locale)).moderation
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
