import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Draft, Stored, Written } from './draft'

/** What one open editor holds that the server has not yet said it has. */
export type Entry = {
  /** The open editor; after a crash its name lives on in `formerly` of the one that takes its text over. */
  editor: string
  userId: number
  post: number | 'post' | 'page'
  draft: Draft
  /** What the draft was made from, to tell later who changed what. */
  saved: Written
  stored: Stored
  formerly: string[]
  at: string
}

interface Books extends DBSchema {
  entries: { key: string; value: Entry; indexes: { userId: number } }
}

const prefix = 'teduh.jurnal.'
/** Browsers exist that never answer when a database is opened; nobody waits for them longer than this, in ms. */
const patience = 1500
let opening: Promise<IDBPDatabase<Books> | null> | undefined
let opened: IDBPDatabase<Books> | null = null

function open(): Promise<IDBPDatabase<Books> | null> {
  opening ??= openDB<Books>('teduh', 1, {
    upgrade: (database) => database.createObjectStore('entries', { keyPath: 'editor' }).createIndex('userId', 'userId'),
    terminated: () => { opening = undefined; opened = null },
  }).then((database) => opened = database, () => null)
  return opening
}

function books(): Promise<IDBPDatabase<Books> | null> {
  return patiently(open())
}

function patiently<T>(answer: Promise<T>): Promise<T | null> {
  return Promise.race([answer, new Promise<null>((resolve) => { setTimeout(resolve, patience, null) })])
}

/** Makes no database where there is none: a page that is left while one is being made can block it for every later page. */
async function booksIfAny(): Promise<IDBPDatabase<Books> | null> {
  if (opened) return opened
  const known = indexedDB.databases && await patiently(indexedDB.databases())
  return known && !known.some(({ name }) => name === 'teduh') ? null : books()
}

/** @returns false when the device keeps nothing (a private window, a full phone) */
export async function writeEntry(entry: Entry): Promise<boolean> {
  if (!opened) {
    void open()
    // What is written before the database answers must not wait for it.
    if (writeEntryNow(entry)) return true
  }
  try {
    const database = await books()
    if (!database) return writeEntryNow(entry)
    const work = database.transaction('entries', 'readwrite')
    void work.store.put(entry)
    // At once, not when this task ends: the browser may be gone by then.
    work.commit()
    await work.done
    forgetWrittenUntil(entry)
    return true
  } catch {
    return writeEntryNow(entry)
  }
}

/** Before it returns, for a page that is going away: the database answers only later. */
export function writeEntryNow(entry: Entry): boolean {
  try {
    localStorage.setItem(prefix + entry.editor, JSON.stringify(entry))
    return true
  } catch {
    return false
  }
}

/** What the database has by now; something later may have been written meanwhile, which stays. */
function forgetWrittenUntil({ editor, at }: Entry): void {
  const written = localStorage.getItem(prefix + editor)
  if (written && (JSON.parse(written) as Entry).at <= at) localStorage.removeItem(prefix + editor)
}

export async function dropEntry(editor: string): Promise<void> {
  try {
    localStorage.removeItem(prefix + editor)
    await (await booksIfAny())?.delete('entries', editor)
  } catch {
    // It was not kept either.
  }
}

/** What this person wrote on this device and the server may not have, the latest first. */
export async function listEntries(userId: number): Promise<Entry[]> {
  const database = await booksIfAny().catch(() => null)
  const kept = database ? await database.getAllFromIndex('entries', 'userId', userId).catch(() => []) : []
  const newest = new Map<string, Entry>()
  for (const entry of [...kept, ...listWrittenNow(userId)]) {
    const known = newest.get(entry.editor)
    if (!known || known.at < entry.at) newest.set(entry.editor, entry)
  }
  return [...newest.values()].sort((a, b) => (a.at < b.at ? 1 : -1))
}

function listWrittenNow(userId: number): Entry[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix))
    const entries = names.map((name) => JSON.parse(localStorage.getItem(name)!) as Entry)
    return entries.filter((entry) => entry.userId === userId)
  } catch {
    return []
  }
}
