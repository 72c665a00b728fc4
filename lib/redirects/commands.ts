import { record } from '@/lib/activity/record'
import { resolveAddress } from '@/lib/addresses/resolve'
import { labelPath, labelPrefix } from '@/lib/addresses/label-path'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { fromKeyOf, targetOf, type Why } from './address'
import { readRedirectLines, type TypedLine } from './read-lines'

export const mostLines = 5000
/** Lines that are looked up side by side. */
const together = 10

/** What became of a line. */
export type LineReport = TypedLine & ({ did: 'added' | 'changed' | 'kept' } | { why: Why })

type Known = { wishes: Map<string, Wish>; stored: Map<string, string | null>; isPage: (target: string) => Promise<boolean> }
type Wish = { line: TypedLine; fromKey: string; target: string | null; isOwn: boolean }

/** Stores what the lines say, all that can be in one go, and tells of each line what became of it. */
export async function addRedirects(viewer: Viewer, text: string): Promise<LineReport[]> {
  authorise(viewer, 'redirect.manage')
  const lines = readRedirectLines(text)
  if (lines.length === 0) throw new AppError('invalid', 'redirects.none', { fields: { text: 'redirects.none' } })
  if (lines.length > mostLines) throw new AppError('invalid', 'redirects.many', { fields: { text: 'redirects.many' } })
  const stored = new Map((await db.redirect.findMany({ select: { fromKey: true, target: true } })).map(({ fromKey, target }) => [fromKey, target]))
  const wishes = new Map<string, Wish>()
  const reports = new Map<number, LineReport>()
  for (const line of lines) {
    const wish = readWish(line)
    if ('why' in wish) reports.set(line.line, { ...line, why: wish.why })
    else if (wishes.has(wish.fromKey)) reports.set(line.line, { ...line, why: 'twice' })
    else wishes.set(wish.fromKey, wish)
  }
  const all = [...wishes.values()]
  for (let i = 0; i < all.length; i += together) {
    await Promise.all(all.slice(i, i + together).map(async ({ fromKey, line }) => {
      const why = await taken(fromKey, stored)
      if (!why) return
      wishes.delete(fromKey)
      reports.set(line.line, { ...line, why })
    }))
  }
  const isPage = remembering(leadsSomewhere)
  // What led over a line that is refused leads nowhere then, so it is asked again until nothing more falls away.
  for (let before = -1; before !== wishes.size;) {
    before = wishes.size
    const objections: [Wish, Why | null][] = []
    for (const wish of wishes.values()) objections.push([wish, await objection(wish, { wishes, stored, isPage })])
    for (const [{ fromKey, line }, why] of objections) {
      if (!why) continue
      wishes.delete(fromKey)
      reports.set(line.line, { ...line, why })
    }
  }
  await store(viewer, [...wishes.values()])
  for (const { line, fromKey, target } of wishes.values()) {
    reports.set(line.line, { ...line, did: !stored.has(fromKey) ? 'added' : stored.get(fromKey) === target ? 'kept' : 'changed' })
  }
  return [...reports.values()].toSorted((a, b) => a.line - b.line)
}

export async function removeRedirect(viewer: Viewer, id: number): Promise<void> {
  authorise(viewer, 'redirect.manage')
  await transact(async (tx) => {
    const { count } = await tx.redirect.deleteMany({ where: { id } })
    if (count === 0) throw new AppError('not_found')
    await record(tx, viewer, 'redirect.change', 'redirects', '1')
  })
}

function readWish(line: TypedLine): Wish | { why: Why } {
  const from = fromKeyOf(line.from)
  if ('why' in from) return from
  if (line.to === '') return { line, fromKey: from.key, target: null, isOwn: false }
  const to = targetOf(line.to)
  return 'why' in to ? to : { line, fromKey: from.key, ...to }
}

/** An address that shows something, or means something by itself, is not given away. */
async function taken(fromKey: string, stored: Known['stored']): Promise<Why | null> {
  const path = fromKey.startsWith(labelPrefix) ? labelPath(fromKey.slice(labelPrefix.length)) : fromKey
  const address = await resolveAddress(path)
  if (address.kind === 'page') return 'page'
  if (address.kind !== 'redirect') return null
  return stored.has(fromKey) ? null : 'moved'
}

/** Follows the way to its end, over what is stored and what is being added. */
async function objection(wish: Wish, { wishes, stored, isPage }: Known): Promise<Why | null> {
  if (!wish.isOwn || wish.target === null) return null
  let target: string = wish.target
  for (let steps = 0; steps < 20; steps++) {
    const from = fromKeyOf(target.split('#', 1)[0]!)
    if ('why' in from) return (await isPage(target)) ? null : 'unknown'
    if (from.key === wish.fromKey) return steps === 0 ? 'same' : 'loop'
    const next = wishes.has(from.key) ? wishes.get(from.key)!.target : stored.get(from.key)
    if (next === undefined) return (await isPage(target)) ? null : 'unknown'
    if (next === null) return 'unknown'
    if (!next.startsWith('/')) return null
    target = next
  }
  return 'loop'
}

async function leadsSomewhere(target: string): Promise<boolean> {
  const address = await resolveAddress(target.split('#', 1)[0]!)
  return address.kind === 'page' || address.kind === 'redirect'
}

/** Many lines lead to the same few pages. */
function remembering(ask: (target: string) => Promise<boolean>) {
  const known = new Map<string, Promise<boolean>>()
  return (target: string) => known.get(target) ?? known.set(target, ask(target)).get(target)!
}

async function store(viewer: Viewer, wishes: Wish[]): Promise<void> {
  if (wishes.length === 0) return
  await transact(async (tx) => {
    await tx.redirect.deleteMany({ where: { fromKey: { in: wishes.map(({ fromKey }) => fromKey) } } })
    await tx.redirect.createMany({ data: wishes.map(({ fromKey, target }) => ({ fromKey, target })) })
    await record(tx, viewer, 'redirect.change', 'redirects', String(wishes.length))
  })
}
