import { z } from 'zod'

/** What the modes were called before there were more of them. */
const formerModes: Record<string, string> = { moderated: 'all', on: 'none' }

/** Whose comments wait: everybody's, first-timers', those on older posts, nobody's; or nobody may comment. */
export const commentModes = ['all', 'first', 'old', 'none', 'off'] as const
export type CommentMode = (typeof commentModes)[number]

export const commentSettings = {
  comments: z.preprocess((value) => formerModes[String(value)] ?? value, z.enum(commentModes)),
  /** Days after which a post is an older one. */
  commentsOldAfter: z.int('form.number').min(1, 'form.number').max(3650, 'form.number'),
  /** Days after which a post takes no more comments; 0: never. */
  commentsCloseAfter: z.int('form.number').min(0, 'form.number').max(3650, 'form.number'),
  /** Approved comments after which a device is no first-timer's. */
  commentsTrustAfter: z.int('form.number').min(1, 'form.number').max(20, 'form.number'),
  commentsOrder: z.enum(['oldest', 'newest']),
  commentsPerPage: z.int('form.number').min(10, 'form.number').max(200, 'form.number'),
  /** Whether authors are told of new comments by mail. */
  commentsNotices: z.boolean(),
  /** Months after which e-mail and hashes of commenters are forgotten. */
  commentsForgetAfter: z.int('form.number').min(1, 'form.number').max(120, 'form.number'),
  /** The owner's list of words, a line each; null: the one that comes with Teduh. */
  spamWords: z.string().max(50_000, 'form.too_long').nullable(),
  amin: z.boolean(),
  prayer: z.boolean(),
  /** Who reads prayer requests besides the owner: ids of people. */
  prayerReaders: z.array(z.int()).max(50),
  /** Days after which a prayer request is forgotten. */
  prayerForgetAfter: z.int('form.number').min(1, 'form.number').max(3650, 'form.number'),
}

/** As a form sends those that it has fields for. */
export const commentSettingsForm = {
  commentsOldAfter: z.coerce.number().pipe(commentSettings.commentsOldAfter),
  commentsCloseAfter: z.coerce.number().pipe(commentSettings.commentsCloseAfter),
  commentsTrustAfter: z.coerce.number().pipe(commentSettings.commentsTrustAfter),
  commentsPerPage: z.coerce.number().pipe(commentSettings.commentsPerPage),
}

/** Those that have a place of their own, or none yet. */
export const notInSettingsForm = {
  commentsNotices: true, commentsForgetAfter: true, spamWords: true, amin: true, prayer: true, prayerReaders: true, prayerForgetAfter: true,
} as const

export const defaultCommentSettings = {
  comments: 'all' as const,
  commentsOldAfter: 30,
  commentsCloseAfter: 0,
  commentsTrustAfter: 1,
  commentsOrder: 'oldest' as const,
  commentsPerPage: 50,
  commentsNotices: true,
  commentsForgetAfter: 12,
  spamWords: null,
  amin: true,
  prayer: true,
  prayerReaders: [] as number[],
  prayerForgetAfter: 90,
}
