import { record } from '@/lib/activity/record'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { type BlockKind, fold } from './blocks'
import { getModerated } from './moderate'

/** From now on a name or word is spam, and what comes from an address waits. */
export async function addBlock(viewer: Viewer, { kind, value }: { kind: Exclude<BlockKind, 'address'>; value: string }): Promise<void> {
  authorise(viewer, 'comment.block')
  await store(viewer, kind, fold(value))
}

/** Blocks whoever wrote a comment, by name or by the hash of their address. */
export async function blockWriter(viewer: Viewer, id: number, kind: 'name' | 'address'): Promise<void> {
  authorise(viewer, 'comment.block')
  const { name, addressHash } = await transact((tx) => getModerated(tx, viewer, id))
  if (kind === 'name') return store(viewer, 'name', fold(name))
  if (addressHash === null) throw new AppError('conflict', 'comment.no_address')
  await store(viewer, 'address', addressHash)
}

export async function removeBlock(viewer: Viewer, id: number): Promise<void> {
  authorise(viewer, 'comment.block')
  await transact(async (tx) => {
    const rule = await tx.blockRule.findUnique({ where: { id } })
    if (!rule) return
    await tx.blockRule.delete({ where: { id } })
    await record(tx, viewer, 'comment.rule', 'comments', titleOf(rule))
  })
}

/** Takes back that the device of a comment is known, or gives it again. */
export async function setDeviceTrust(viewer: Viewer, id: number, isTrusted: boolean): Promise<void> {
  authorise(viewer, 'comment.block')
  await transact(async (tx) => {
    const { commenterId } = await getModerated(tx, viewer, id)
    if (commenterId === null) throw new AppError('conflict', 'comment.no_device')
    await tx.commenter.update({ where: { id: commenterId }, data: { revokedAt: isTrusted ? null : new Date() } })
  })
}

async function store(viewer: Viewer, kind: BlockKind, value: string): Promise<void> {
  if (value === '') throw new AppError('invalid', 'form.required', { fields: { value: 'form.required' } })
  await transact(async (tx) => {
    await tx.blockRule.upsert({ where: { kind_value: { kind, value } }, create: { kind, value }, update: {} })
    await record(tx, viewer, 'comment.rule', 'comments', titleOf({ kind, value }))
  })
}

/** An address is told as a few letters of its hash. */
function titleOf({ kind, value }: { kind: BlockKind; value: string }): string {
  return kind === 'address' ? `${value.slice(0, 8)}…` : value
}
