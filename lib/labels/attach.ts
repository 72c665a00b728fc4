import { exclusive } from '@/lib/db/dialect'
import type { Tx } from '@/lib/db/transaction'
import { labelPrefix } from './address'
import { labelKey } from './schema'

/**
 * Gives a post exactly these labels; those not used before are made. Whether the label's page
 * lists the post is for `listUnderLabels` to say.
 */
export async function setLabels(tx: Tx, postId: number, names: string[]): Promise<void> {
  const ids = await labelIds(tx, names)
  await tx.postLabel.deleteMany({ where: { postId, labelId: { notIn: ids } } })
  const kept = await tx.postLabel.findMany({ where: { postId }, select: { labelId: true } })
  const added = ids.filter((id) => !kept.some(({ labelId }) => labelId === id))
  if (added.length) await tx.postLabel.createMany({ data: added.map((labelId) => ({ postId, labelId })) })
}

async function labelIds(tx: Tx, names: string[]): Promise<number[]> {
  const ids = new Set<number>()
  for (const name of names) ids.add((await findMeant(tx, name)) ?? (await makeLabel(tx, name)))
  return [...ids]
}

/** The label spelt so, or the only one that differs by case: `integritas` is not meant to be a second Integritas. */
async function findMeant(tx: Tx, name: string): Promise<number | undefined> {
  const exact = await tx.label.findUnique({ where: { name }, select: { id: true } })
  if (exact) return exact.id
  const alike = await tx.label.findMany({ where: { nameKey: labelKey(name) }, select: { id: true }, take: 2 })
  return alike.length === 1 ? alike[0]!.id : undefined
}

async function makeLabel(tx: Tx, name: string): Promise<number> {
  // Somebody else may be making it at this moment.
  await exclusive(tx, 'labels')
  const made = await findMeant(tx, name)
  if (made) return made
  const label = await tx.label.create({ data: { name, nameKey: labelKey(name) }, select: { id: true } })
  // The address is a label's again, whatever it led to.
  await tx.redirect.deleteMany({ where: { fromKey: labelPrefix + name } })
  return label.id
}

/** Keeps `listedAt` the post's `publishedAt` exactly while it is public; the one place that writes it. */
export async function listUnderLabels(tx: Tx, postId: number): Promise<void> {
  const post = await tx.post.findUniqueOrThrow({ where: { id: postId }, select: { status: true, publishedAt: true } })
  const listedAt = post.status === 'published' ? post.publishedAt : null
  await tx.postLabel.updateMany({ where: { postId }, data: { listedAt } })
}
