import { z } from 'zod'

/** What a reader's browser sends once it has shown a post for a moment. */
export const viewInput = z.object({
  post: z.int().positive(),
  /** The device has signed in to the admin area before. */
  staff: z.boolean().default(false),
})
export type ViewInput = z.infer<typeof viewInput>

/** A hit is what arrived; it is counted or has one of these reasons. */
export const discardReasons = ['malformed', 'cross-site', 'prefetch', 'bot', 'staff', 'unknown-post', 'duplicate'] as const
export type DiscardReason = (typeof discardReasons)[number]

/** The facts of a request that counting looks at; none of them is stored. */
export type HitFacts = {
  address: string
  agent: string
  language: string
  /** Sec-Fetch-Site, or '' from browsers without it. */
  fetchSite: string
  origin: string
  /** Sec-Purpose or Purpose. */
  purpose: string
  hasSession: boolean
}
