import { db } from '@/lib/db/client'
import { findPostByNumber } from '@/lib/feeds/queries'
import { feedAddress, isUsual, readFeed, type FeedRequest } from '@/lib/feeds/request'
import { type Address, findRedirect, gone, missing, redirect } from './found'
import { labelPrefix } from './label-path'

/** Whether there is such a feed. One of a label that nobody has is empty, as in Blogger: scripts go on without entries. */
export async function resolveFeed(key: string): Promise<Address> {
  const [path, query] = key.split('?', 2) as [string, string?]
  const request = readFeed(path, new URLSearchParams(query))
  if (!request) return missing
  const { of, post, entry, labels } = request
  const number = post ?? (of === 'comments' ? null : entry)
  if (number !== null && !(await findPostByNumber(number))) return missing
  const known = await db.label.count({ where: { name: { in: labels } } })
  if (known === new Set(labels).size) return { kind: 'page', keep: isUsual(request) }
  return (await movedLabel(request)) ?? { kind: 'page', keep: false }
}

/** A label that has another name by now, or is spelt with other capitals. */
async function movedLabel(request: FeedRequest): Promise<Address | null> {
  const [label, ...others] = request.labels
  if (label === undefined || others.length) return null
  const moved = await findRedirect(labelPrefix + label)
  if (moved?.kind === 'gone') return gone
  const to = (name: string) => redirect(feedAddress({ ...request, labels: [name] }))
  if (moved?.kind === 'redirect' && moved.location.startsWith(labelPrefix)) return to(decodeURIComponent(moved.location.slice(labelPrefix.length)))
  const alike = await db.label.findMany({ where: { nameKey: label.toLowerCase() }, select: { name: true }, take: 2 })
  return alike.length === 1 ? to(alike[0]!.name) : null
}
