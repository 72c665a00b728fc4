import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writtenOf, type Answer, type Draft, type Stored } from './draft'
import type { Entry } from './journal'
import { merge } from './merge'
import { Saver } from './saver'
import type { Letter } from './send'

const draft: Draft = {
  title: 'Pagi', natsRef: '', natsText: '', bacaan: '', doa: '', pertanyaan: '', lagu: '', body: '<p>a</p>', labels: '', slug: '', description: '',
  commentsOpen: true, coverId: null, coverAlt: '', when: 'now', date: '2026-11-28', time: '05:00', authorId: 1,
}
const stored: Stored = { id: 7, kind: 'post', status: 'draft', trashedFrom: null, revision: 3, path: null, publishedAt: null, scheduledAt: null, isAhead: false }
const at = '2026-11-27T22:12:00.000Z'

/** A device whose server answers as told; without an answer it is out of reach. */
function open(more: Partial<{ stored: Stored; mayEdit: boolean; keeps: boolean }> = {}) {
  const letters: Letter[] = []
  const journal = new Map<string, Entry>()
  const answers: ((letter: Letter) => Answer)[] = []
  const keep = (entry: Entry) => {
    if (more.keeps === false) return false
    journal.set(entry.editor, entry)
    return true
  }
  const saver = new Saver({
    draft, stored: more.stored ?? stored, userId: 1, editor: 'editor-satu-0123456789', mayEdit: more.mayEdit ?? true,
    device: {
      send: async (letter) => {
        letters.push(letter)
        return answers.shift()?.(letter) ?? { ok: false, reason: 'unreachable' }
      },
      write: async (entry) => keep(entry), writeNow: keep, ask: async () => null, tell: () => {},
      drop: async (editor) => void journal.delete(editor),
    },
  })
  return { saver, letters, journal, answers }
}
const ok = (revision: number, more: Partial<Stored> = {}) => (): Answer => ({ ok: true, stored: { ...stored, ...more, revision }, at })
const other = (body: string, more: Partial<Draft> = {}): Answer => ({
  ok: false, reason: 'conflict', stored: { ...stored, revision: 9 }, other: { revision: 9, name: 'Ratna', at, draft: writtenOf({ ...draft, body, ...more }) },
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a pause', () => {
  it('sends what was written, once, a moment after the last letter', async () => {
    const { saver, letters, answers, journal } = open()
    answers.push(ok(4))
    for (const body of ['<p>a b</p>', '<p>a bc</p>']) {
      saver.change({ body })
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(letters).toHaveLength(0)
    expect([...journal.values()][0]!.draft.body).toBe('<p>a bc</p>')
    await vi.advanceTimersByTimeAsync(600)
    expect(letters.map(({ draft, intent }) => [draft.body, intent])).toEqual([['<p>a bc</p>', 'keep']])
    expect(saver.now).toMatchObject({ dirty: false, saving: { state: 'done', intent: 'keep' }, stored: { revision: 4 } })
    expect(journal.size).toBe(0)
  })

  it('comes after ten seconds also to somebody who never pauses', async () => {
    const { saver, letters } = open()
    for (let i = 0; i < 12; i++) {
      saver.change({ title: `Pagi ${i}` })
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(letters.length).toBeGreaterThan(0)
  })

  it('is no reason to send the hour that somebody is thinking of', async () => {
    const { saver, letters } = open()
    saver.change({ when: 'pick', time: '06:00' })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(letters).toHaveLength(0)
  })

  it('sends nothing of somebody who may only look', async () => {
    const { saver, letters } = open({ mayEdit: false })
    saver.change({ title: 'x' })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(letters).toHaveLength(0)
  })
})

describe('without a connection', () => {
  it('tries again, longer apart each time, with the same key for the same text, and keeps it on the device', async () => {
    const { saver, letters, answers, journal } = open()
    saver.change({ body: '<p>a b</p>' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(letters.length).toBeGreaterThan(3)
    expect(letters.length).toBeLessThan(9)
    expect(new Set(letters.map(({ key }) => key)).size).toBe(1)
    expect(saver.now).toMatchObject({ dirty: true, isKept: true, saving: { state: 'waiting' } })
    expect(journal.size).toBe(1)
    answers.push(ok(4))
    saver.flush()
    await vi.advanceTimersByTimeAsync(1)
    expect(saver.now).toMatchObject({ dirty: false, saving: { state: 'done' } })
    expect(journal.size).toBe(0)
  })

  it('gives what was written since another key', async () => {
    const { saver, letters } = open()
    saver.change({ body: '<p>a b</p>' })
    await vi.advanceTimersByTimeAsync(1600)
    saver.change({ body: '<p>a b c</p>' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(letters.map(({ key }) => key)).toEqual(['editor-satu-0123456789.1', 'editor-satu-0123456789.2'])
  })

  it('says that a press was not answered, until it is known that it was done', async () => {
    const { saver, answers } = open()
    await saver.submit('publish')
    expect(saver.now).toMatchObject({ unheard: 'publish', saving: { state: 'failed' } })
    saver.change({ body: '<p>x</p>' })
    answers.push(ok(5))
    await vi.advanceTimersByTimeAsync(1600)
    expect(saver.now.unheard).toBe('publish')
    saver.change({ body: '<p>xy</p>' })
    answers.push(ok(6, { status: 'published' }))
    await vi.advanceTimersByTimeAsync(1600)
    expect(saver.now.unheard).toBeNull()
  })

  it('says when the device keeps nothing either', async () => {
    const { saver } = open({ keeps: false })
    saver.change({ body: '<p>x</p>' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(saver.now).toMatchObject({ isKept: false, dirty: true })
  })
})

describe('somebody else who wrote meanwhile', () => {
  it('is brought together with, where each wrote another part', async () => {
    const { saver, letters, answers } = open()
    saver.change({ title: 'Pagi sekali' })
    answers.push(() => other('<p>dari Ratna</p>'), ok(10))
    await vi.advanceTimersByTimeAsync(1700)
    expect(saver.now).toMatchObject({ conflict: null, dirty: false, bodyRound: 1, draft: { title: 'Pagi sekali', body: '<p>dari Ratna</p>' } })
    expect(letters[1]!.stored.revision).toBe(9)
  })

  it('is shown where both wrote the same part, and nothing is sent until one is chosen', async () => {
    const { saver, letters, answers, journal } = open()
    saver.change({ body: '<p>dari saya</p>' })
    answers.push(() => other('<p>dari Ratna</p>'))
    await vi.advanceTimersByTimeAsync(1600)
    saver.change({ body: '<p>dari saya, lagi</p>' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saver.now.conflict).toMatchObject({ fields: ['body'], other: { name: 'Ratna' } })
    expect(letters).toHaveLength(1)
    expect([...journal.values()][0]!.draft.body).toBe('<p>dari saya, lagi</p>')

    answers.push(ok(10))
    await saver.keepMine()
    expect(letters[1]).toMatchObject({ draft: { body: '<p>dari saya, lagi</p>' }, stored: { revision: 9 } })
    expect(saver.now).toMatchObject({ conflict: null, dirty: false })
  })

  it('is gone on from only after one’s own is stored too', async () => {
    const { saver, letters, answers } = open()
    saver.change({ body: '<p>dari saya</p>' })
    answers.push(() => other('<p>dari Ratna</p>'), ok(10), ok(11))
    await vi.advanceTimersByTimeAsync(1600)
    await saver.takeTheirs()
    await vi.advanceTimersByTimeAsync(1600)
    expect(letters.slice(1).map(({ draft }) => draft.body)).toEqual(['<p>dari saya</p>', '<p>dari Ratna</p>'])
    expect(saver.now).toMatchObject({ conflict: null, dirty: false, draft: { body: '<p>dari Ratna</p>' } })
  })
})

describe('a new post', () => {
  it('gets its number before it is published', async () => {
    const { saver, letters, answers } = open({ stored: { ...stored, id: null, revision: 0 } })
    saver.change({ title: 'Baru' })
    answers.push(ok(1), ok(2, { status: 'published' }))
    await saver.submit('publish')
    expect(letters.map(({ intent, stored }) => [intent, stored.id])).toEqual([['keep', null], ['publish', 7]])
    expect(saver.now.saving).toMatchObject({ state: 'done', intent: 'publish' })
  })
})

describe('what an editor left on the device', () => {
  it('is taken over, sent from the revision it began at, and leaves the journal', async () => {
    const { saver, letters, answers, journal } = open()
    const left: Entry = {
      editor: 'editor-lama-0123456789', userId: 1, post: 7, draft: { ...draft, body: '<p>a sebelum listrik mati</p>' }, saved: writtenOf(draft),
      stored: { ...stored, revision: 2 }, formerly: [], at,
    }
    journal.set(left.editor, left)
    answers.push(ok(5))
    await saver.takeOver(left)
    expect(saver.now).toMatchObject({ restored: at, bodyRound: 1, draft: { body: '<p>a sebelum listrik mati</p>' } })
    await vi.advanceTimersByTimeAsync(1)
    expect(letters[0]).toMatchObject({ formerly: ['editor-lama-0123456789'], stored: { revision: 2 } })
    expect(journal.size).toBe(0)
  })

  it('is what another tab saved only where nothing is being written', () => {
    const { saver } = open()
    saver.adopt({ ...stored, revision: 4 }, writtenOf({ ...draft, title: 'Dari tab lain' }))
    expect(saver.now).toMatchObject({ dirty: false, draft: { title: 'Dari tab lain' }, stored: { revision: 4 } })
    saver.change({ title: 'Dari sini' })
    saver.adopt({ ...stored, revision: 5 }, writtenOf({ ...draft, title: 'Lagi' }))
    expect(saver.now.draft.title).toBe('Dari sini')
  })
})

it('a page that goes away notes and sends at once what was not sent', async () => {
  const { saver, letters, journal } = open()
  saver.leave()
  expect(letters).toHaveLength(0)
  saver.change({ body: '<p>a b</p>' })
  saver.leave()
  expect(journal.size).toBe(1)
  expect(letters).toHaveLength(1)
})

it('merging takes from each what only that one changed', () => {
  const base = writtenOf(draft)
  const [mine, theirs] = [{ ...base, title: 'T', body: 'x' }, { ...base, natsRef: 'N', body: 'y' }]
  expect(merge(base, mine, theirs)).toEqual({ merged: { ...base, title: 'T', natsRef: 'N', body: 'x' }, clashes: ['body'] })
})
