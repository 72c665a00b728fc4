'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { RenameState } from '@/components/admin/label-forms'
import { formAction } from '@/lib/action'
import { isAppError } from '@/lib/errors'
import { deleteLabel, mergeLabels, renameLabel } from '@/lib/labels/commands'
import { findLabelByName } from '@/lib/labels/queries'
import { labelName } from '@/lib/labels/schema'
import type { Viewer } from '@/lib/viewer'

const id = z.coerce.number().int().positive()

/** Gives a label another name. When that is another label's it answers `exists`, and merges once `mergeInto` agrees. */
export const rename = formAction(z.object({ id, name: labelName, mergeInto: z.string().optional() }), async (viewer, { id, name, mergeInto }) => {
  const other = mergeInto === name ? await findLabelByName(name) : null
  if (other) await mergeLabels(viewer, id, other.id)
  else if (!(await isRenamed(viewer, id, name))) return { ok: false, exists: true, values: { name } } as RenameState
  redirect(other ? '/admin/label?pesan=merged' : '/admin/label?pesan=renamed')
})

async function isRenamed(viewer: Viewer, id: number, name: string): Promise<boolean> {
  try {
    await renameLabel(viewer, id, name)
    return true
  } catch (error) {
    if (isAppError(error) && error.reason === 'label.exists') return false
    throw error
  }
}

export const merge = formAction(z.object({ id, into: id }), async (viewer, { id, into }) => {
  await mergeLabels(viewer, id, into)
  redirect('/admin/label?pesan=merged')
})

export const remove = formAction(z.object({ id }), async (viewer, { id }) => {
  await deleteLabel(viewer, id)
  redirect('/admin/label?pesan=deleted')
})
