import { record, type Did } from '@/lib/activity/record'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import { putSetting } from '@/lib/settings/commands'
import { getSettings } from '@/lib/settings/queries'
import type { MenuItem } from '@/lib/settings/schema'
import type { Viewer } from '@/lib/viewer'
import { moveAddress } from './address'
import { labelKey } from './schema'

/**
 * Gives a label another name; its old address leads to the new one.
 * @throws AppError conflict `label.exists` when another label has that name: that would be a merge
 */
export async function renameLabel(viewer: Viewer, id: number, name: string): Promise<void> {
  await changeLabel(viewer, id, 'label.rename', async (tx, label, menu) => {
    if (label.name === name) return menu
    const taken = await tx.label.findUnique({ where: { name }, select: { id: true } })
    if (taken) throw new AppError('conflict', 'label.exists', { fields: { name: 'label.exists' } })
    await tx.label.update({ where: { id }, data: { name, nameKey: labelKey(name) } })
    await moveAddress(tx, label.name, name)
    return renameInMenu(menu, label.name, name)
  })
}

/** Puts everything under `id` under `intoId`; the first label is gone, its address leads to the second. */
export async function mergeLabels(viewer: Viewer, id: number, intoId: number): Promise<void> {
  if (id === intoId) throw new AppError('invalid', 'label.same')
  await changeLabel(viewer, id, 'label.merge', async (tx, label, menu) => {
    const into = await findLabel(tx, intoId)
    const had = await tx.postLabel.findMany({ where: { labelId: intoId }, select: { postId: true } })
    const both = new Set(had.map(({ postId }) => postId))
    const moved = await tx.postLabel.findMany({ where: { labelId: id }, select: { postId: true, listedAt: true } })
    const added = moved.filter(({ postId }) => !both.has(postId))
    if (added.length) await tx.postLabel.createMany({ data: added.map((row) => ({ ...row, labelId: intoId })) })
    await tx.label.delete({ where: { id } })
    await moveAddress(tx, label.name, into.name)
    return renameInMenu(menu, label.name, into.name)
  })
}

/** Takes a label from all posts and from the menu; its address answers 410. */
export async function deleteLabel(viewer: Viewer, id: number): Promise<void> {
  await changeLabel(viewer, id, 'label.delete', async (tx, label, menu) => {
    await tx.label.delete({ where: { id } })
    await moveAddress(tx, label.name, null)
    return menu.filter((item) => item.type !== 'label' || item.name !== label.name)
  })
}

type Change = (tx: Tx, label: { id: number; name: string }, menu: MenuItem[]) => Promise<MenuItem[]>

async function changeLabel(viewer: Viewer, id: number, did: Did, change: Change): Promise<void> {
  authorise(viewer, 'label.manage')
  const { menu } = await getSettings()
  await transact(async (tx, touch) => {
    const label = await findLabel(tx, id)
    const posts = await tx.postLabel.findMany({ where: { labelId: id, listedAt: { not: null } }, select: { postId: true } })
    const changed = await change(tx, label, menu)
    if (JSON.stringify(changed) !== JSON.stringify(menu)) {
      await putSetting(tx, 'menu', changed)
      touch('settings')
    }
    await record(tx, viewer, did, `label:${id}`, label.name)
    touch('labels', 'lists', ...posts.map(({ postId }) => `post:${postId}`))
  })
}

async function findLabel(tx: Tx, id: number) {
  const label = await tx.label.findUnique({ where: { id }, select: { id: true, name: true } })
  if (!label) throw new AppError('not_found')
  return label
}

function renameInMenu(menu: MenuItem[], from: string, to: string): MenuItem[] {
  const renamed = menu.map((item) => (item.type === 'label' && item.name === from ? { ...item, name: to } : item))
  // After a merge the menu could name one label twice.
  return renamed.filter((item, i) => item.type !== 'label' || item.name !== to || renamed.findIndex((other) => other.type === 'label' && other.name === to) === i)
}
