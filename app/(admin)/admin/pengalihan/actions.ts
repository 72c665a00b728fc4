'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { AppError } from '@/lib/errors'
import { addRedirects, removeRedirect, type LineReport } from '@/lib/redirects/commands'
import type { FormState } from '@/lib/form-state'

export type RedirectsState = FormState & { report?: LineReport[] }

const typed = z.object({ text: z.string().max(900_000, 'form.too_long').default(''), file: z.instanceof(File).optional() })

/** What was typed, or else the file. */
export const add = formAction(typed, async (viewer, { text, file }): Promise<Partial<RedirectsState>> => {
  const given = text.trim() || (file && file.size > 0 ? await readText(file) : '')
  const report = await addRedirects(viewer, given)
  revalidatePath('/admin/pengalihan')
  // What was not taken is given back, to be mended.
  const refused = new Set(report.flatMap((line) => ('why' in line ? [line.line] : [])))
  return { report, values: { text: given.split(/\r?\n/).filter((_, i) => refused.has(i + 1)).join('\n') } }
})

async function readText(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new AppError('invalid', 'redirects.file', { fields: { file: 'redirects.file' } })
  }
}

export const remove = formAction(z.object({ id: z.coerce.number().int().positive() }), async (viewer, { id }) => {
  await removeRedirect(viewer, id)
  revalidatePath('/admin/pengalihan')
})
