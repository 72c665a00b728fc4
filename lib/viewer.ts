import type { Role } from './policy'

/** Whoever is signed in, or null. Deactivated people are null too. */
export type Viewer = {
  id: number
  role: Role
  name: string
  /** The language of the admin area for this person. */
  locale: string
  sessionId: string
} | null
