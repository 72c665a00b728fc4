import { getSite } from '@/lib/site'
import { writeAtom } from './atom'
import { buildFeed } from './build'
import type { FeedDocument } from './document'
import { writeGdata } from './gdata'
import { writeJsonFeed } from './json-feed'
import type { FeedFormat, FeedRequest } from './request'
import { writeRss } from './rss'

type Form = { type: string; write: (feed: FeedDocument) => string }

const forms: Record<FeedFormat, Form> = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  json: { type: 'application/json; charset=utf-8', write: writeGdata },
  jsonfeed: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
}

/** The feed as it is sent; null when there is no such post or entry. */
export async function answerFeed(request: FeedRequest): Promise<{ body: string; headers: Record<string, string> } | null> {
  const site = await getSite()
  const feed = await buildFeed(request, site)
  if (!feed) return null
  const { type, write } = forms[request.format]
  const hub = feed.hub ? `, <${feed.hub}>; rel="hub"` : ''
  return {
    body: write(feed),
    headers: {
      'content-type': type,
      link: `<${feed.self}>; rel="self"${hub}`,
      // When this was put together: what it shows has not changed since, or it would have been made anew.
      'last-modified': new Date().toUTCString(),
      // Everybody may read it, also scripts on other people's pages.
      'access-control-allow-origin': '*',
    },
  }
}
