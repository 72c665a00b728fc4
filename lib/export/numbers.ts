import { numberOf } from '@/lib/feeds/ids'

type Numbered = { id: number; externalId: string | null }

/**
 * The number of a comment in Blogger's form, where posts and comments are counted together: the one it had there, or
 * its own beyond all posts, so that it stays the same when it is brought in and taken out again.
 */
export function commentNumber({ id, externalId }: Numbered): string {
  const number = numberOf({ id, externalId })
  return number === externalId ? number : String(1_000_000_000_000_000 + id)
}

export { numberOf as postNumber }
