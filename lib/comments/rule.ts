import type { SiteSettings } from '@/lib/settings/schema'

export const commentRules = ['all', 'first', 'old', 'none'] as const
export type CommentRule = (typeof commentRules)[number]

type Settings = Pick<SiteSettings, 'comments' | 'commentsOldAfter' | 'commentsCloseAfter'>
/** What a post says of its comments; null: as in the settings. */
type Post = { commentsOpen: boolean; commentRule: CommentRule | null; commentsClose: number | null; publishedAt: Date | null }

const day = 86_400_000

/** Whether readers may write: not switched off, and not closed by age. */
export function takesComments(post: Post, settings: Settings, now = new Date()): boolean {
  if (!post.commentsOpen || settings.comments === 'off') return false
  const closesAfter = post.commentsClose ?? settings.commentsCloseAfter
  return closesAfter === 0 || ageOf(post, now) < closesAfter * day
}

/** Whose comments wait on this post now; a rule for older posts is settled by its age. */
export function ruleOf(post: Post, settings: Settings, now = new Date()): CommentRule {
  // What is switched off on the whole blog takes none at all.
  const rule = post.commentRule ?? (settings.comments === 'off' ? 'all' : settings.comments)
  if (rule === 'old') return ageOf(post, now) < settings.commentsOldAfter * day ? 'none' : 'old'
  return rule
}

function ageOf({ publishedAt }: Post, now: Date): number {
  return publishedAt ? now.getTime() - publishedAt.getTime() : 0
}
