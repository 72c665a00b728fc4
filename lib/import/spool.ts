import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathKey } from '@/lib/posts/permalink'
import { keyOf } from './engine/place'
import type { Entry, Skipped, SourceBlog, SourceComment, SourceMedia, SourcePost } from './entries'
import { bloggerPath, LinkTargets } from './html/link-targets'
import type { Note } from './notes'
import { ownCopy } from './own-copy'
import { PostReader } from './post-reader'
import { apart, said } from './read-post'
import { RecordFile } from './record-file'
import { refuse } from './refuse'

/** What is known of a whole file before the first of it is written. */
export type Facts = {
  blog: Omit<SourceBlog, 'type'>
  skipped: Skipped[]
  warnings: Note[]
  media: SourceMedia[]
  posts: number
  comments: number
  /** Whether some post has no author. */
  hasUnsigned: boolean
  /** Whether some post had an address of another form than ours. */
  hasOtherAddresses: boolean
  /** As `pathKey`, of what is public in the file. */
  publicAddresses: Set<string>
  /** Ids of comments that others answer. */
  answered: Set<string>
  targets: LinkTargets
  /** Labels by the path at which they were listed. */
  labelAddresses: Map<string, string>
}

/**
 * A file as it was read, on disk: nothing is written to the blog before the file is read to its end, so a damaged one
 * leaves nothing half-done; and what stands late in the file (settings, hosts, parents) is known for what stands early.
 */
export class Spool {
  readonly facts: Facts = {
    blog: {}, skipped: [], warnings: [], media: [], posts: 0, comments: 0, hasUnsigned: false, hasOtherAddresses: false, publicAddresses: new Set(), answered: new Set(), targets: new LinkTargets(),
    labelAddresses: new Map(),
  }
  readonly #ids = { post: new Set<string>(), comment: new Set<string>() }
  readonly #posts: PostReader
  readonly #comments: RecordFile<SourceComment>

  private constructor(readonly folder: string, known: ReadonlySet<string>) {
    this.#posts = new PostReader(folder, known)
    this.#comments = new RecordFile<SourceComment>(join(folder, 'comments'), apart, said)
  }

  /** @param known hashes of posts that are in the blog already */
  static async open(folder: string, known: ReadonlySet<string>): Promise<Spool> {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return new Spool(folder, known)
  }

  /** Takes everything in. @param isAgain what this spool has already is no mistake but the same from another file */
  async fill(entries: AsyncIterable<Entry>, { isAgain = false } = {}): Promise<void> {
    for await (const entry of entries) await this.#take(entry, isAgain)
  }

  /** After the last entry. */
  async finish(): Promise<void> {
    await Promise.all([this.#posts.finish(), this.#comments.finish()])
  }

  async remove(): Promise<void> {
    await Promise.all([this.#posts.close(), this.#comments.close()])
    await rm(this.folder, { recursive: true, force: true })
  }

  /** As the file has them. */
  posts = () => this.#posts.said()
  /** With all that can be made of each alone. */
  readPosts = () => this.#posts.read()
  comments = () => this.#comments.read()

  async #take(entry: Entry, isAgain: boolean): Promise<void> {
    const { facts } = this
    switch (entry.type) {
      case 'blog': return this.#learn(entry)
      case 'warning': return void facts.warnings.push(entry.note)
      case 'skipped': return void facts.skipped.push({ ...entry, id: ownCopy(entry.id) })
      case 'media': return void facts.media.push(entry)
      case 'label-address': return void facts.labelAddresses.set(ownCopy(entry.path), ownCopy(entry.label))
      case 'post': {
        if (!this.#isNew('post', entry, isAgain)) return
        facts.posts++
        facts.hasUnsigned ||= entry.authors.length === 0
        facts.hasOtherAddresses ||= entry.oldPath !== '' && !bloggerPath.test(entry.oldPath)
        if (entry.state === 'live') this.#learnAddress(entry.oldPath)
        facts.targets.learn(entry)
        return this.#posts.add(entry)
      }
      case 'comment': {
        if (!this.#isNew('comment', entry, isAgain)) return
        facts.comments++
        if (entry.parentId) facts.answered.add(ownCopy(entry.parentId))
        return this.#comments.add(entry)
      }
    }
  }

  #isNew(kind: 'post' | 'comment', { id, externalId }: SourcePost | SourceComment, isAgain: boolean): boolean {
    if (!externalId) throw refuse('broken')
    const ids = this.#ids[kind]
    if (!ids.has(externalId)) return Boolean(ids.add(ownCopy(externalId)))
    if (!isAgain) this.facts.skipped.push({ type: 'skipped', id: ownCopy(id), reason: 'duplicate' })
    return false
  }

  #learnAddress(path: string): void {
    const key = keyOf(path)
    if (key && bloggerPath.test(key)) this.facts.publicAddresses.add(ownCopy(pathKey(key)))
  }

  #learn({ type: _, hosts, ...said }: SourceBlog): void {
    const { blog } = this.facts
    for (const [key, value] of Object.entries(said)) if (value) Object.assign(blog, { [key]: value })
    blog.hosts = [...new Set([...(blog.hosts ?? []), ...(hosts ?? [])])]
  }
}
