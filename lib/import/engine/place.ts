import { canonicalAddress } from '@/lib/addresses/canonical'
import { dayFromParts, dayInZone, partsOfDay, type Day } from '@/lib/clock'
import { pagePath, pathKey, postPath, slugOf } from '@/lib/posts/permalink'
import type { SourcePost } from '../entries'
import { bloggerPath } from '../html/link-targets'
import type { Note } from '../notes'
import type { PlacedState } from '../report'

type Status = 'draft' | 'scheduled' | 'published' | 'withdrawn' | 'trashed'

/** Where a post of the file stands here. */
export type Place = {
  state: PlacedState
  status: Status
  trashedFrom: Exclude<Status, 'trashed'> | null
  trashedAt: Date | null
  path: string | null
  pathKey: string | null
  publishedAt: Date | null
  publishedDay: Day | null
  scheduledAt: Date | null
  slug: string
  /** `Redirect.fromKey` of the address it had, when it has another one here. */
  from: string | null
  /** A draft that was public once keeps its address unless somebody else has it; without one somebody has. */
  yields?: boolean
  /** What the owner should know of it. */
  note?: Pick<Note, 'code' | 'value'>
}

const usableSlug = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/

/** Only what was public there, at a time that has come, is public here; whatever is not understood is a draft. */
export function placePost(post: SourcePost, zone: string, now: Date): Place {
  const old = keyOf(post.oldPath)
  const slug = slugFor(post, old)
  const at = post.publishedAt ? new Date(post.publishedAt) : null
  const hidden: Place = {
    state: 'draft', status: 'draft', trashedFrom: null, trashedAt: null, path: null, pathKey: null, publishedAt: null, publishedDay: null,
    scheduledAt: null, slug, from: null,
  }
  const out = at && at <= now ? publicAt(post, old, slug, at, zone) : null
  const kept = old && bloggerPath.test(old) ? out : null
  switch (post.state) {
    case 'live': return !out || post.closed ? { ...hidden, note: closedNote(post) } : { ...hidden, ...out, state: 'published', status: 'published' }
    case 'scheduled': return at && at > now
      ? { ...hidden, state: 'scheduled', status: 'scheduled', scheduledAt: at }
      : { ...hidden, note: { code: 'past' } }
    case 'trashed': return trashed(post, { ...hidden, state: 'trashed', status: 'trashed' }, kept, now)
    case 'unknown': return { ...hidden, note: { code: 'unknownState' } }
    // Only what was public has an address of this form.
    default: return kept && !post.closed ? { ...hidden, ...kept, status: 'withdrawn', yields: true } : { ...hidden, note: closedNote(post) }
  }
}

/** The same, when somebody else has the address. */
export function withoutAddress(place: Place): Place {
  const { status, trashedFrom, path } = place
  return {
    ...place, path: null, pathKey: null, publishedAt: null, publishedDay: null, note: { code: 'addressTaken', value: path! },
    status: status === 'withdrawn' ? 'draft' : status, trashedFrom: trashedFrom === 'withdrawn' ? 'draft' : trashedFrom,
  }
}

function closedNote({ closed }: SourcePost): Place['note'] {
  return closed ? { code: 'closed', value: closed } : undefined
}

/** What was public keeps its address, which says that it is gone; whether it comes back as it was depends on what is known. */
function trashed(post: SourcePost, hidden: Place, out: ReturnType<typeof publicAt> | null, now: Date): Place {
  const trashedAt = new Date(post.trashedAt || post.updatedAt || now)
  if (!out) return { ...hidden, trashedFrom: 'draft', trashedAt }
  return { ...hidden, ...out, from: null, yields: post.trashedFrom === 'draft', trashedFrom: post.trashedFrom === 'live' ? 'published' : 'withdrawn', trashedAt }
}

function publicAt(post: SourcePost, old: string | null, slug: string, at: Date, zone: string) {
  const day = dayOf(post, old, at, zone)
  const path = old && bloggerPath.test(old) ? old : post.kind === 'page' ? pagePath(slug || slugOf(post.title)) : postPath(day, slug || slugOf(post.title))
  return { path, pathKey: pathKey(path), publishedAt: at, publishedDay: day, from: old && old !== path ? pathKey(old) : null }
}

/**
 * The day that the file names, or the one in the blog's zone. Where the zone is not known the address still tells the
 * month, so a day beyond its edge is the edge.
 */
function dayOf(post: SourcePost, old: string | null, at: Date, zone: string): Day {
  const named = /^(\d{4})-(\d\d)-(\d\d)$/.exec(post.publishedOn)
  const day = named ? dayFromParts(Number(named[1]), Number(named[2]), Number(named[3])) : dayInZone(at, zone)
  const month = old && /^\/(\d{4})\/(\d{2})\//.exec(old)
  if (!month) return day
  const isInMonth = (one: Day) => partsOfDay(one).year === Number(month[1]) && partsOfDay(one).month === Number(month[2])
  return [day, day - 1, day + 1].find(isInMonth) ?? day
}

/** The one spelling of an address, as the reader pages know it; null for what is none. */
export function keyOf(path: string): string | null {
  if (!path.startsWith('/') || path === '/') return null
  const address = canonicalAddress(path)
  if (address.kind === 'redirect') return address.location.split('?', 1)[0]!
  return address.kind === 'reader' ? address.key.split('?', 1)[0]! : null
}

function slugFor({ slug, title }: SourcePost, old: string | null): string {
  const last = old?.split('/').at(-1)?.replace(/\.html$/, '').toLowerCase() ?? ''
  const wished = [slug.toLowerCase(), last].find((one) => one.length <= 80 && usableSlug.test(one))
  return wished ?? (slug && title ? slugOf(title) : '')
}
