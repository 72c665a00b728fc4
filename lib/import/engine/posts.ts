import { db } from '@/lib/db/client'
import { transact, type Touch, type Tx } from '@/lib/db/transaction'
import type { Note } from '../notes'
import type { ReadPost } from '../read-post'
import type { Changes } from '../report'
import { keepInner } from './inner-pictures'
import { ensureAuthors } from './people'
import { placePost, withoutAddress, type Place } from './place'
import { keepPictures, usePictures } from './remote'
import { labelsOf, writePost } from './text'
import { Cancelled, inBatches, SeldomTouch, type Work } from './work'
import { insertPosts, takeFromDrafts, updatePost, type Placed } from './write-posts'

const batchSize = 100

const storedSelect = { id: true, externalId: true, importHash: true, importRevision: true, revision: true, path: true, status: true } as const
export type Stored = { id: number; externalId: string | null; importHash: string | null; importRevision: number | null; revision: number; path: string | null; status: string }

/** By `pathKey` and `fromKey`. */
type Addresses = { posts: Map<string, { id: number; title: string; status: string; revision: number; importRevision: number | null }>; redirects: Map<string, { target: string | null }> }

/** Brings the file's posts and pages in, a batch a transaction; each is counted, or skipped with a reason. */
export async function bringPosts(work: Work): Promise<void> {
  const claimed = new Map<string, string>()
  const seldom = new SeldomTouch()
  let done = 0
  await inBatches(work.spool.readPosts(), batchSize, work, async (posts) => {
    await bringBatch(work, posts, claimed, seldom)
    await work.onProgress({ posts: (done += posts.length), comments: 0 })
  }, lettersOf)
}

/** A picture in a text is longer than the text. */
function lettersOf({ html, cleaned }: ReadPost): number {
  return html.length + (cleaned?.html.length ?? 0) + (cleaned?.inner ?? []).reduce((sum, { base64 }) => sum + base64.length, 0)
}

async function bringBatch(work: Work, posts: ReadPost[], claimed: Map<string, string>, seldom: SeldomTouch): Promise<void> {
  const placed = posts.map((post) => ({ post, place: placePost(post, work.zone, work.now) }))
  const [stored, addresses] = await Promise.all([findStored(work, posts), findAddresses(placed.flatMap(({ place }) => place.pathKey ?? []))])
  const plans: Placed[] = []
  for (const { post, place } of placed) {
    const plan = await planPost(work, post, place, stored.get(work.prefix + post.externalId), addresses, claimed)
    if (plan) plans.push(plan)
  }
  const fresh = plans.filter(({ change }) => change !== 'unchanged' && change !== 'kept')
  await ensureAuthors(work, fresh.flatMap(({ post }) => post.authors))
  if (!work.isDryRun && fresh.length > 0) await transact((tx, touch) => writeBatch(work, tx, touch, fresh, seldom))
  const updated = new Set(plans.flatMap(({ change, stored }) => (change === 'updated' ? [stored!.id] : [])))
  for (const plan of plans) {
    const { post, place, change, stored: row, displaced } = plan
    if (!work.posts.has(post.externalId)) work.posts.set(post.externalId, row?.id ?? 0)
    work.tally.post(post.kind, place.state, labelsOf(post), change)
    if (place.from && place.state === 'published') work.tally.report.redirects++
    for (const note of notesOf(plan)) work.tally.warn({ ...note, about: post.title ? `${post.id} "${post.title}"` : post.id })
    // One that the file has another text for says so itself.
    if (displaced && !updated.has(displaced.id)) work.tally.warn({ code: 'displaced', value: place.path!, about: displaced.title ? `"${displaced.title}"` : place.path! })
  }
}

function notesOf({ change, place, written }: Placed): Note[] {
  if (change === 'unchanged') return []
  const { lost = [], lostPictures = 0 } = written?.cleaned ?? {}
  return [
    ...(change === 'kept' ? [{ code: 'edited' as const }] : []),
    ...(place.note ? [place.note] : []),
    ...(lost.length > 0 ? [{ code: 'lost' as const, value: lost.slice(0, 20).join(' ') + (lost.length > 20 ? ' …' : '') }] : []),
    ...(lostPictures > 0 ? [{ code: 'pictures' as const, value: String(lostPictures) }] : []),
  ]
}

/** What files said of posts that are here, as `hashOf` has it. */
export async function listHashes(): Promise<Set<string>> {
  const rows = await db.post.findMany({ where: { importHash: { not: null } }, select: { importHash: true } })
  return new Set(rows.map(({ importHash }) => importHash!))
}

async function findStored({ prefix }: Work, posts: ReadPost[]): Promise<Map<string, Stored>> {
  const rows = await db.post.findMany({ where: { externalId: { in: posts.map(({ externalId }) => prefix + externalId) } }, select: storedSelect })
  return new Map(rows.map((row) => [row.externalId!, row]))
}

/** Who has each of the addresses here. */
async function findAddresses(keys: string[]): Promise<Addresses> {
  const [posts, redirects] = await Promise.all([
    db.post.findMany({ where: { pathKey: { in: keys } }, select: { id: true, title: true, pathKey: true, status: true, revision: true, importRevision: true } }),
    db.redirect.findMany({ where: { fromKey: { in: keys } }, select: { fromKey: true, target: true } }),
  ])
  return { posts: new Map(posts.map((post) => [post.pathKey!, post])), redirects: new Map(redirects.map((redirect) => [redirect.fromKey, redirect])) }
}

/** What is to be done with one post; null when it is skipped. */
async function planPost(
  work: Work, post: ReadPost, wished: Place, stored: Stored | undefined, addresses: Addresses, claimed: Map<string, string>,
): Promise<Placed | null> {
  const { hash } = post
  const skip = (reason: string) => {
    work.posts.set(post.externalId, null)
    work.tally.skip(post.id, reason)
    return null
  }
  const taken = wished.pathKey && whoHas(work, wished, stored, addresses, claimed)
  if (taken && !wished.yields) return skip(taken)
  const place = taken ? withoutAddress(wished) : wished
  if (place.pathKey) claimed.set(place.pathKey, post.externalId)
  const change = changeOf(work, stored, hash)
  const written = change === 'unchanged' || change === 'kept' ? undefined : writePost(work, post, place)
  if (written) {
    await usePictures(work, written)
    await keepInner(work, written)
  }
  const holder = written && place.pathKey ? addresses.posts.get(place.pathKey) : undefined
  return { post, place, hash, change, stored, written, displaced: holder && holder.id !== stored?.id ? holder : undefined }
}

function changeOf({ overwrite }: Work, stored: Stored | undefined, hash: string): keyof Changes {
  if (!stored) return 'added'
  if (stored.importHash === hash) return 'unchanged'
  return stored.revision === stored.importRevision || overwrite ? 'updated' : 'kept'
}

/** Why a post cannot have its address; what is renamed would lose every link to it, so it is skipped instead. */
function whoHas(work: Work, { path, pathKey, status, yields }: Place, stored: Stored | undefined, { posts, redirects }: Addresses, claimed: Map<string, string>): string | null {
  const isPublicLater = yields && work.spool.facts.publicAddresses.has(pathKey!)
  if (isPublicLater || claimed.has(pathKey!)) return `permalink taken: ${path} by another entry of the file`
  const [other, redirect] = [posts.get(pathKey!), redirects.get(pathKey!)]
  // A draft that nobody touched since it came in gives its address to what is public there now.
  const isGiven = status === 'published' && other?.status === 'withdrawn' && other.revision === other.importRevision
  if (other && other.id !== stored?.id && !isGiven) return `permalink taken: ${path} by "${other.title}"`
  if (stored || !redirect) return null
  return redirect.target === null && status === 'published' ? `deleted here: ${path}` : `permalink taken: ${path} leads to ${redirect.target ?? 'nothing'}`
}

async function writeBatch(work: Work, tx: Tx, touch: Touch, plans: Placed[], seldom: SeldomTouch): Promise<void> {
  if (await work.isCancelled()) throw new Cancelled()
  await takeFromDrafts(tx, plans)
  const added = plans.filter(({ change }) => change === 'added')
  const ids = await insertPosts(work, tx, added)
  for (const plan of plans) if (plan.change === 'updated') {
    await updatePost(work, tx, plan, plan.stored!)
    touch(`post:${plan.stored!.id}`, `line:${plan.stored!.id}`)
  }
  await keepPictures(tx, plans.map(({ post, stored, written }) => ({ id: stored?.id ?? ids.get(work.prefix + post.externalId)!, written: written! })))
  for (const { post, stored } of plans) work.posts.set(post.externalId, stored?.id ?? ids.get(work.prefix + post.externalId)!)
  // Menus show pages.
  if (plans.some(({ post }) => post.kind === 'page')) touch('settings')
  seldom.lists(touch)
}
