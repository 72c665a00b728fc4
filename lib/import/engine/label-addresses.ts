import { labelPath } from '@/lib/addresses/label-path'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { tidyLabel } from '@/lib/labels/schema'
import { pathKey } from '@/lib/posts/permalink'
import type { Facts } from '../spool'
import { keyOf } from './place'

type Move = { from: string; to: string; label: string }

/** Where labels were listed, and where they are now. */
export function localLabelAddresses(addresses: Facts['labelAddresses']): Move[] {
  return [...addresses].flatMap(([path, name]) => {
    const [key, label] = [keyOf(path), tidyLabel(name)]
    return key && label ? [{ from: pathKey(key), to: labelPath(label), label }] : []
  })
}

const batch = 200

/** Leads the old address of each label that is here to its new one; what such an address means already it goes on meaning. */
export async function redirectLabels(addresses: Facts['labelAddresses']): Promise<void> {
  const moves = [...new Map(localLabelAddresses(addresses).map((move) => [move.from, move])).values()]
  for (let i = 0; i < moves.length; i += batch) {
    const some = moves.slice(i, i + batch)
    const keys = some.map(({ from }) => from)
    const [labels, redirects, posts] = await Promise.all([
      db.label.findMany({ where: { name: { in: some.map(({ label }) => label) } }, select: { name: true } }),
      db.redirect.findMany({ where: { fromKey: { in: keys } }, select: { fromKey: true } }),
      db.post.findMany({ where: { pathKey: { in: keys } }, select: { pathKey: true } }),
    ])
    const here = new Set(labels.map(({ name }) => name))
    const taken = new Set([...redirects.map(({ fromKey }) => fromKey), ...posts.map((post) => post.pathKey)])
    const fresh = some.filter(({ from, label }) => here.has(label) && !taken.has(from))
    if (fresh.length > 0) await transact((tx) => tx.redirect.createMany({ data: fresh.map(({ from, to }) => ({ fromKey: from, target: to })) }))
  }
}
