import { setImmediate as turn } from 'node:timers/promises'
import { labelPath } from '@/lib/addresses/label-path'
import { shows } from '@/lib/page-cache/render-context'
import type { Site } from '@/lib/site'
import type { FeedDocument, FeedEntry } from './document'
import { commentEntry, iconUrl, postEntry } from './entries'
import { feedId } from './ids'
import { findPostByNumber, listFeedComments, listFeedPosts } from './queries'
import { feedAddress, feedPath, type FeedRequest } from './request'
import { xmlText } from './text'

type Post = NonNullable<Awaited<ReturnType<typeof findPostByNumber>>>
type Content = { entries: FeedEntry[]; total: number; post: Post | null }

/** What was asked for; null when there is no such post or entry. */
export async function buildFeed(request: FeedRequest, site: Site): Promise<FeedDocument | null> {
  const content = request.of === 'comments' ? await commentsOf(request, site) : await postsOf(request, site)
  if (!content || (request.entry !== null && content.entries.length === 0)) return null
  const { entries, total, post } = content
  const at = (start: number) => site.url + feedAddress({ ...request, start })
  const { start, take, entry } = request
  const isSingle = entry !== null
  return {
    ...namesOf(request, site, post),
    id: idOf(request, site),
    subtitle: xmlText(site.description), language: site.language, timeZone: site.timeZone, home: `${site.url}/`, icon: iconUrl(site),
    updated: entries.map(({ updated }) => updated).toSorted((a, b) => b.getTime() - a.getTime())[0] ?? new Date(),
    self: at(start), feed: site.url + feedPath(request),
    next: !isSingle && take > 0 && start + take <= total ? at(start + take) : null,
    previous: !isSingle && take > 0 && start > 1 ? at(Math.max(1, start - take)) : null,
    hub: site.feedHub || null,
    total, start, take, isSingle, entries: apart(entries),
  }
}

async function postsOf(request: FeedRequest, site: Site): Promise<Content> {
  shows('lists', 'labels')
  const { rows, total } = await listFeedPosts(request)
  const isSummary = request.isSummary || site.feedContent === 'summary'
  const entries: FeedEntry[] = []
  for (const row of rows) {
    // For the number of its comments.
    shows(`post:${row.id}`)
    entries.push(postEntry(row, site, isSummary))
    // A hundred whole posts take a while; readers are answered in between.
    if (entries.length % 5 === 0) await turn()
  }
  return { entries, total, post: null }
}

async function commentsOf(request: FeedRequest, site: Site): Promise<Content | null> {
  const post = request.post === null ? null : await findPostByNumber(request.post)
  if (request.post !== null && !post) return null
  shows('lists', 'comments', ...(post ? [`post:${post.id}`] : []))
  const { rows, total } = await listFeedComments(request, post?.id ?? null)
  const entries = rows.map((row) => commentEntry(row, site))
  return { entries: request.isSummary ? entries.map((entry) => ({ ...entry, content: null })) : entries, total, post }
}

function namesOf({ of, labels }: FeedRequest, site: Site, post: Post | null) {
  const name = xmlText(site.name)
  const { feeds } = site.m
  if (post) return { title: feeds.commentsOn(xmlText(post.title) || site.m.reader.untitled), alternate: `${site.url}${post.path}#comments` }
  if (of === 'comments') return { title: feeds.comments(name), alternate: `${site.url}/` }
  if (of === 'pages') return { title: feeds.pages(name), alternate: `${site.url}/` }
  if (labels.length === 0) return { title: name, alternate: `${site.url}/` }
  return { title: feeds.labelled(labels.join(', '), name), alternate: site.url + (labels.length === 1 ? labelPath(labels[0]!) : '/') }
}

/** Blogger gives the feed of posts the blog's own id; every other one has to differ from it. */
function idOf(request: FeedRequest, site: Site): string {
  const { of, post, labels } = request
  if (of === 'posts') return labels.length ? `${feedId(site)}.label-${labels.map(encodeURIComponent).join(',')}` : feedId(site)
  return post === null ? `${feedId(site)}.${of}` : `${feedId(site)}.post-${post}.comments`
}

/** No two entries changed in the same instant, which readers take for one being a copy of the other. */
function apart(entries: FeedEntry[]): FeedEntry[] {
  const taken = new Set<number>()
  return entries.map((entry) => {
    let time = entry.updated.getTime()
    while (taken.has(time)) time += 1
    taken.add(time)
    return { ...entry, updated: new Date(time) }
  })
}
