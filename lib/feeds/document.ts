/** A feed before it is written in one of its forms. Addresses are whole, texts have no characters that XML forbids. */
export type FeedDocument = {
  id: string
  title: string
  subtitle: string
  language: string
  /** IANA name of the blog's zone. */
  timeZone: string
  updated: Date
  /** Where exactly this document is. */
  self: string
  /** The same feed from its beginning. */
  feed: string
  /** The page that shows the same. */
  alternate: string
  home: string
  next: string | null
  previous: string | null
  hub: string | null
  icon: string
  total: number
  start: number
  take: number
  /** A document of one entry and nothing around it. */
  isSingle: boolean
  entries: FeedEntry[]
}

export type FeedPerson = { name: string; url: string | null; image: string }

export type FeedEntry = {
  id: string
  title: string
  language: string
  url: string
  /** This entry alone, as Atom. */
  self: string
  published: Date
  updated: Date
  /** HTML, null in a feed of summaries. */
  content: string | null
  /** Plain text. */
  summary: string
  /** One at least. */
  authors: FeedPerson[]
  labels: string[]
  picture: { url: string; width: number | null; height: number | null } | null
  /** A post's. */
  comments: { count: number; url: string; feed: string } | null
  /** What a comment answers; `self` is that entry alone. */
  inReplyTo: { id: string; url: string; self: string }[]
}
