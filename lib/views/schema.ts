import { z } from 'zod'

/** What a reader's browser sends once it has shown a post for a moment; at most 1 KB. */
export const viewInput = z.object({
  post: z.int().positive(),
  /** The device has signed in to the admin area before. */
  staff: z.boolean().default(false),
  /** The device has not counted this post today; left out by those that cannot remember. */
  first: z.boolean().optional(),
  /** Model and version of the system, where the browser tells them; they go into the hash only. */
  model: z.string().max(100).default(''),
  system: z.string().max(50).default(''),
  /** Host of the page that led here; '' when there was none or it was of this site. */
  from: z.string().max(253).default(''),
})
export type ViewInput = z.infer<typeof viewInput>

/** A hit is what arrived; it is counted or has one of these reasons. */
export const discardReasons = [
  'malformed', 'cross-site', 'prefetch', 'bot', 'staff', 'too-many', 'unknown-post', 'duplicate',
] as const
export type DiscardReason = (typeof discardReasons)[number]

/** The facts of a request that counting looks at; none of them is stored. */
export type HitFacts = {
  address: string
  agent: string
  language: string
  /** Sec-Fetch-Site, or '' from browsers without it. */
  fetchSite: string
  /** Origin, or Referer where there is no Origin. */
  origin: string
  /** Sec-Purpose or Purpose. */
  purpose: string
  hasSession: boolean
}
