import { backoff } from './backoff'
import { isSame, writtenOf, type Answer, type Draft, type Intent, type OtherSave, type Stored, type Written } from './draft'
import type { Entry } from './journal'
import { merge } from './merge'
import type { Letter } from './send'

export type Saving =
  | { state: 'rest' }
  | { state: 'saving'; intent: Intent }
  | { state: 'done'; intent: Intent; at: string }
  /** Tried again by itself. */
  | { state: 'waiting'; answer: Answer }
  | { state: 'failed'; intent: Intent; answer: Answer }

/** Two versions of the same fields, until the author says which. */
export type Conflict = { other: OtherSave; stored: Stored; fields: (keyof Written)[]; mine: Written }

export type Snapshot = {
  draft: Draft
  stored: Stored
  saving: Saving
  /** Whether something is written that the server has not said it has. */
  dirty: boolean
  /** What was pressed and never answered: it may not have been done. */
  unheard: Intent | null
  /** Sentences for fields that were left out. */
  fields: Record<string, string>
  conflict: Conflict | null
  /** When what was brought back from this device was written. */
  restored: string | null
  /** False when this device keeps nothing. */
  isKept: boolean
  /** The same post is open in another tab too. */
  isElsewhere: boolean
  /** Goes up when the body's text is set from outside the body. */
  bodyRound: number
}

export type Device = {
  send: (letter: Letter, how: { signal?: AbortSignal; last?: boolean }) => Promise<Answer>
  write: (entry: Entry) => Promise<boolean>
  writeNow: (entry: Entry) => boolean
  drop: (editor: string) => Promise<void>
  ask: (id: number) => Promise<Answer | null>
  /** Tells the other tabs. */
  tell: (stored: Stored, written: Written) => void
}

type Start = { draft: Draft; stored: Stored; userId: number; editor: string; mayEdit: boolean; device: Device }
type Sent = { draft: Draft; intent: Intent; revision: number; key: string; number: number }

/** After a pause this long it is sent; and at the latest this long after the first letter, in ms. */
const pause = 1500
const longest = 10_000

/** How a post shows that something was done after all. */
const statusAfter: Partial<Record<Intent, Stored['status']>> = {
  publish: 'published', schedule: 'scheduled', review: 'review', withdraw: 'withdrawn', trash: 'trashed', draft: 'draft',
}

/** What is typed, what the server has of it, and everything that stands between the two. Knows no React. */
export class Saver {
  #now: Snapshot
  #saved: Written
  #formerly: string[] = []
  #number = 0
  #heard = 0
  #last: Sent | null = null
  #current: { done: Promise<Answer>; end: AbortController; intent: Intent } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #dirtySince: number | null = null
  #attempts = 0
  #listeners = new Set<() => void>()

  constructor(private readonly start: Start) {
    const { draft, stored } = start
    this.#saved = writtenOf(draft)
    this.#now = {
      draft, stored, saving: { state: 'rest' }, dirty: false, unheard: null, fields: {}, conflict: null, restored: null, isKept: true, isElsewhere: false, bodyRound: 0,
    }
  }

  get now(): Snapshot {
    return this.#now
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  snapshot = () => this.#now

  change = (patch: Partial<Draft>): void => {
    this.#set({ draft: { ...this.#now.draft, ...patch } })
    this.#note()
    this.#schedule()
  }

  /** Does what was pressed. Null when there is something to decide first. */
  submit = async (intent: Intent): Promise<Answer | null> => {
    if (this.#now.conflict) return null
    clearTimeout(this.#timer)
    const { stored, draft } = this.#now
    // A new post needs its number first, and whose it is, is written down with a pause.
    if (intent !== 'keep' && (stored.id === null || draft.authorId !== this.#saved.authorId)) {
      const kept = await this.#send('keep')
      if (!kept.ok) return kept
    }
    const answer = await this.#send(intent)
    // Both were brought together: what was pressed is meant for that.
    return answer.reason === 'conflict' && !this.#now.conflict ? this.#send(intent) : answer
  }

  /** Sends at once what is not sent. */
  flush = (): void => {
    if (this.#now.dirty) void this.#keep()
  }

  /** The page may be gone the next moment. */
  leave = (): void => {
    const { dirty, conflict } = this.#now
    if (!dirty) return
    this.start.device.writeNow(this.#entry())
    if (conflict || !this.#isEditable) return
    const sent = this.#seal('keep')
    void this.#post(sent, { last: true }).then((answer) => this.#hear(answer, sent))
  }

  /** Takes over what an editor on this device left behind. */
  takeOver = async (entry: Entry): Promise<void> => {
    const { device } = this.start
    if (isSame(entry.draft, this.#now.draft)) return device.drop(entry.editor)
    this.#formerly = [entry.editor, ...entry.formerly].slice(0, 20)
    this.#saved = entry.saved
    // The revision that it was made from: what came since, the server knows, and whether it was the same hand.
    this.#set({
      draft: { ...this.#now.draft, ...entry.draft }, stored: { ...this.#now.stored, id: this.#now.stored.id ?? entry.stored.id, revision: entry.stored.revision },
      restored: entry.at, bodyRound: this.#now.bodyRound + 1, dirty: true,
    })
    if (await device.write(this.#entry())) await device.drop(entry.editor)
    this.#schedule(0)
  }

  /** Shows what another tab saved, or another device; never over what is being written here. */
  adopt = (stored: Stored, written: Written): void => {
    if (this.#now.dirty || this.#current || stored.revision < this.#now.stored.revision) return
    const isNew = !isSame(written, this.#now.draft)
    this.#saved = written
    this.#set({ draft: isNew ? { ...this.#now.draft, ...written } : this.#now.draft, stored, bodyRound: this.#now.bodyRound + (isNew ? 1 : 0) })
  }

  /** Learns what came since, when nothing is being written here. */
  refresh = async (): Promise<void> => {
    const { stored, dirty } = this.#now
    if (stored.id === null || dirty) return
    const answer = await this.start.device.ask(stored.id)
    if (answer?.stored && answer.other && answer.stored.revision !== this.#now.stored.revision) this.adopt(answer.stored, answer.other.draft)
  }

  setElsewhere = (isElsewhere: boolean): void => {
    if (this.#now.isElsewhere !== isElsewhere) this.#set({ isElsewhere })
  }

  /** Of two versions the author's own goes on; the other stays among the revisions. */
  keepMine = async (): Promise<void> => {
    this.#settle()
    await this.#keep()
  }

  /** The other version goes on; the author's own is kept among the revisions first. */
  takeTheirs = async (): Promise<void> => {
    const { conflict } = this.#now
    if (!conflict) return
    this.#settle()
    const answer = await this.#send('keep')
    if (!answer.ok) return this.#set({ conflict: this.#now.conflict ?? conflict })
    this.change(Object.fromEntries(conflict.fields.map((name) => [name, conflict.other.draft[name]])))
    this.#set({ bodyRound: this.#now.bodyRound + 1 })
  }

  /** Back to how the post was when it was opened. */
  undoRestored = (): void => {
    this.#set({ restored: null, bodyRound: this.#now.bodyRound + 1 })
    this.change(writtenOf(this.start.draft))
  }

  get #isEditable(): boolean {
    return this.start.mayEdit && this.#now.stored.status !== 'trashed'
  }

  #settle(): void {
    const { conflict, draft } = this.#now
    if (!conflict) return
    const { merged } = merge(this.#saved, writtenOf(draft), conflict.other.draft)
    this.#saved = conflict.other.draft
    this.#set({ draft: { ...draft, ...merged }, stored: conflict.stored, conflict: null, saving: { state: 'rest' } })
    this.#note()
  }

  #schedule(after?: number): void {
    clearTimeout(this.#timer)
    if (!this.#now.dirty || this.#now.conflict || !this.#isEditable) return
    this.#dirtySince ??= Date.now()
    const due = Math.max(0, Math.min(pause, this.#dirtySince + longest - Date.now()))
    this.#timer = setTimeout(() => void this.#keep(), after ?? due)
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#current || this.#now.conflict || !this.#isEditable) return
    await this.#send('keep')
  }

  async #send(intent: Intent): Promise<Answer> {
    // A pause gives way to a press: what it carries, the press carries too.
    if (this.#current?.intent === 'keep' && intent !== 'keep') this.#current.end.abort()
    await this.#current?.done
    const sent = this.#seal(intent)
    const end = new AbortController()
    const done = this.#post(sent, { signal: end.signal })
    this.#current = { done, end, intent }
    this.#set({ saving: { state: 'saving', intent } })
    const answer = await done
    this.#current = null
    this.#hear(answer, sent)
    return answer
  }

  /** A retry of the very same has the same key; everything else the next number. */
  #seal(intent: Intent): Sent {
    const { draft, stored } = this.#now
    const last = this.#last
    if (last && last.draft === draft && last.intent === intent && last.revision === stored.revision) return last
    const number = ++this.#number
    this.#last = { draft, intent, revision: stored.revision, number, key: `${this.start.editor}.${number}` }
    return this.#last
  }

  #post({ draft, intent, key }: Sent, how: { signal?: AbortSignal; last?: boolean }): Promise<Answer> {
    return this.start.device.send({ by: this.start.userId, key, formerly: this.#formerly, draft, stored: this.#now.stored, intent }, how)
  }

  #hear(answer: Answer, sent: Sent): void {
    // The answer to a later one was heard already.
    if (sent.number < this.#heard && sent.intent === 'keep') return
    if (answer.ok) return this.#arrived(answer, sent)
    if (answer.reason === 'conflict' && answer.other && answer.stored) return this.#meet(answer.other, answer.stored, sent.intent, answer)
    if (answer.stored) this.#set({ stored: answer.stored })
    const isPassing = answer.reason === 'unreachable' || answer.reason === 'signed_out'
    const isPause = sent.intent === 'keep'
    this.#set({ saving: isPassing && isPause ? { state: 'waiting', answer } : { state: 'failed', intent: sent.intent, answer } })
    if (isPassing && !isPause) this.#set({ unheard: sent.intent })
    if (isPassing) this.#schedule(backoff(++this.#attempts))
    else if (!isPause) this.#schedule()
  }

  #arrived(answer: Answer, sent: Sent): void {
    this.#heard = Math.max(this.#heard, sent.number)
    this.#attempts = 0
    this.#dirtySince = null
    this.#saved = writtenOf(sent.draft)
    const stored = answer.stored ?? this.#now.stored
    const isAnswered = sent.intent !== 'keep' || statusAfter[this.#now.unheard ?? 'keep'] === stored.status
    this.#set({
      stored, fields: answer.fields ?? {}, saving: { state: 'done', intent: sent.intent, at: answer.at ?? new Date().toISOString() },
      unheard: isAnswered ? null : this.#now.unheard,
    })
    this.#note()
    this.start.device.tell(stored, this.#saved)
    this.#schedule()
    // What was left behind may have arrived long ago, and others have gone on from there.
    if (this.#formerly.length > 0) void this.refresh()
  }

  /** Somebody else wrote meanwhile: brought together field by field, or shown side by side. */
  #meet(other: OtherSave, stored: Stored, intent: Intent, answer: Answer): void {
    const { draft } = this.#now
    const { merged, clashes } = merge(this.#saved, writtenOf(draft), other.draft)
    if (clashes.length > 0) {
      this.#set({ conflict: { other, stored, fields: clashes, mine: writtenOf(draft) }, saving: { state: 'failed', intent, answer } })
      return
    }
    this.#saved = other.draft
    this.#set({ draft: { ...draft, ...merged }, stored, bodyRound: this.#now.bodyRound + (merged.body === draft.body ? 0 : 1), saving: { state: 'rest' } })
    this.#note()
    this.#schedule(0)
  }

  /** In the journal, before anything else can happen; out of it when the server has everything. */
  #note(): void {
    const dirty = !isSame(this.#now.draft, this.#saved)
    if (dirty !== this.#now.dirty) this.#set({ dirty })
    const { device, editor } = this.start
    if (!dirty) return void device.drop(editor)
    void this.#write()
  }

  async #write(): Promise<void> {
    const isKept = await this.start.device.write(this.#entry())
    if (isKept !== this.#now.isKept) this.#set({ isKept })
  }

  #entry(): Entry {
    const { userId, editor } = this.start
    const { draft, stored } = this.#now
    return { editor, userId, post: stored.id ?? stored.kind, draft, saved: this.#saved, stored, formerly: this.#formerly, at: new Date().toISOString() }
  }

  #set(patch: Partial<Snapshot>): void {
    this.#now = { ...this.#now, ...patch }
    for (const listener of this.#listeners) listener()
  }
}
