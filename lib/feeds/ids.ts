import type { Site } from '@/lib/site'

type Numbered = { id: number; externalId: string | null }

/** A blog that moved in keeps the id it had, so that no feed reader shows every post as new. */
export function feedId({ feedId, url }: Pick<Site, 'feedId' | 'url'>): string {
  return feedId || `tag:${new URL(url).hostname},2026:blog`
}

/** What stands for a post in feeds' addresses: the number it had elsewhere, or its own. */
export function numberOf({ id, externalId }: Numbered): string {
  return externalId && /^\d{1,25}$/.test(externalId) ? externalId : String(id)
}

export function postEntryId(site: Pick<Site, 'feedId' | 'url'>, post: Numbered): string {
  return `${feedId(site)}.post-${numberOf(post)}`
}

/** In Blogger a comment is a post too; one written here could have the number of a post written here. */
export function commentEntryId(site: Pick<Site, 'feedId' | 'url'>, comment: Numbered): string {
  const number = numberOf(comment)
  return `${feedId(site)}.${number === comment.externalId ? 'post' : 'comment'}-${number}`
}
