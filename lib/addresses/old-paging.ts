import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { dayRange, isPublic } from '@/lib/posts/queries'
import { getSettings } from '@/lib/settings/queries'
import { readArchive } from './archive'
import { labelPrefix } from './label-path'

type Counts = { all: () => Promise<number>; since: (time: Date, isAfter: boolean) => Promise<number> }

/**
 * Where Blogger's way of turning pages leads: `updated-max=<time>` to the page of ours that begins nearest to the
 * posts before that time (`reverse-paginate`: after it), `start=<n>` to the one with the n-th. Null without either.
 */
export async function pageOfOldPaging(key: string): Promise<string | null> {
  const [path, query = ''] = key.split('?', 2) as [string, string?]
  const params = new URLSearchParams(query)
  const time = params.get('updated-max')
  const start = params.get('start')
  if (time === null && start === null) return null
  const { postsPerPage } = await getSettings()
  const counts = await countsOf(path)
  const index = time === null ? Number(start) : await placeOf(new Date(time), params.has('reverse-paginate'), counts)
  // What is found by a search is not counted here; a page beyond the last says so itself.
  const last = params.has('q') ? Infinity : Math.max(0, (await counts.all()) - 1)
  const page = Math.floor(Math.min(index, last) / postsPerPage) + 1
  const rest = new URLSearchParams([...params].filter(([name]) => name === 'q'))
  if (page > 1) rest.set('page', String(page))
  return [path === '/search' && !params.has('q') ? '/' : path, rest.toString()].filter(Boolean).join('?')
}

/** The place in the list, from 0, of the first post that was meant. */
async function placeOf(time: Date, isReverse: boolean, counts: Counts): Promise<number> {
  if (!isReverse) return counts.since(time, false)
  return Math.max(0, (await counts.since(time, true)) - 1)
}

async function countsOf(path: string): Promise<Counts> {
  if (path.startsWith(labelPrefix)) return countsOfLabel(decodeURIComponent(path.slice(labelPrefix.length)))
  const archive = readArchive(path)
  const days = archive && dayRange(archive)
  const where: Prisma.PostWhereInput = { kind: 'post', ...isPublic, ...(days && { publishedDay: { gte: days.from, lt: days.to } }) }
  return {
    all: () => db.post.count({ where }),
    since: (time, isAfter) => db.post.count({ where: { ...where, publishedAt: from(time, isAfter) } }),
  }
}

async function countsOfLabel(name: string): Promise<Counts> {
  const label = await db.label.findUnique({ where: { name }, select: { id: true } })
  const labelId = label?.id ?? -1
  return {
    all: () => db.postLabel.count({ where: { labelId, listedAt: { not: null } } }),
    since: (time, isAfter) => db.postLabel.count({ where: { labelId, listedAt: from(time, isAfter) } }),
  }
}

function from(time: Date, isAfter: boolean) {
  return isAfter ? { gt: time } : { gte: time }
}
