import type { Note } from './notes'

/** What a post or page is where it comes from. `unknown` must never make anything public. */
export type EntryState = 'live' | 'draft' | 'scheduled' | 'trashed' | 'unknown'

/** Whose text it is; `key` stays the same in every export of the blog. */
export type SourceAuthor = { key: string; name: string; email?: string; bio?: string }

export type SourcePost = {
  type: 'post'
  /** As it stands in the file, for the report. */
  id: string
  /** The number (or name) that addresses of comments and feeds use. */
  externalId: string
  kind: 'post' | 'page'
  state: EntryState
  /** What a trashed one was before, where the file says. */
  trashedFrom?: 'live' | 'draft'
  trashedAt?: string
  title: string
  html: string
  /** WordPress writes paragraphs as empty lines, and pictures as shortcodes. */
  dialect: 'html' | 'wordpress'
  description: string
  labels: string[]
  /** The first is the author, the others stand in the byline after. */
  authors: SourceAuthor[]
  /** ISO times; empty where the file has none. */
  publishedAt: string
  /** The calendar day of publication in the blog's own zone (`2015-03-02`), where the file says. */
  publishedOn: string
  updatedAt: string
  createdAt: string
  /** The path it had, as in the file. */
  oldPath: string
  /** The last part of an address, for what had none of Blogger's form. */
  slug: string
  lang: string
  commentsOpen: boolean
  /** The address of a picture above the text, or the id of an attachment. */
  cover: { url: string; alt: string } | { attachment: string } | null
  /** Who may read it there, when not everybody: such as `password`. */
  closed?: string
}

export type SourceComment = {
  type: 'comment'
  id: string
  externalId: string
  /** `externalId` of its post. */
  postId: string
  parentId: string
  state: 'visible' | 'held' | 'spam' | 'deleted'
  author: { name: string; email: string | null; key: string }
  html: string
  createdAt: string
}

/** A file that was uploaded to the blog it comes from. */
export type SourceMedia = { type: 'media'; id: string; url: string; alt: string; isPicture: boolean }

export type Skipped = { type: 'skipped'; id: string; reason: string }

/** What the file says of the blog itself; later ones add to earlier ones. */
export type SourceBlog = {
  type: 'blog'
  title?: string
  description?: string
  timeZone?: string
  language?: string
  /** As `tag:blogger.com,1999:blog-42`. */
  feedId?: string
  /** The same in every export of the blog. */
  key?: string
  /** Hosts at which it was read. */
  hosts?: string[]
}

/** Where the posts under a label were listed. */
export type LabelAddress = { type: 'label-address'; path: string; label: string }

export type Entry = LabelAddress | SourcePost | SourceComment | SourceMedia | Skipped | SourceBlog | { type: 'warning'; note: Note }

export type Form = 'blogger-xml' | 'blogger-feed' | 'blogger-takeout' | 'wordpress' | 'ghost'
