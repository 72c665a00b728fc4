import { describe, expect, it } from 'vitest'
import { offers } from './offers'

const author = { edit: true, publish: true, trash: true }
const contributor = { edit: true, publish: false, trash: true }
const reader = { edit: false, publish: false, trash: false }
const intents = (status: Parameters<typeof offers>[0]['status'], may = author, isLater = false, id: number | null = 1) =>
  offers({ id, status }, may, isLater).map(({ intent }) => intent)

describe('offers', () => {
  it('a draft is published now or later, or kept', () => {
    expect(intents('draft')).toEqual(['publish', 'keep', 'trash'])
    expect(intents('draft', author, true)).toEqual(['schedule', 'keep', 'trash'])
    expect(intents('draft', author, false, null)).toEqual(['publish', 'keep'])
  })

  it('a contributor hands in, and never publishes', () => {
    for (const status of ['draft', 'review', 'scheduled', 'published', 'withdrawn'] as const) {
      expect(intents(status, contributor)).not.toContain('publish')
      expect(intents(status, contributor)).not.toContain('schedule')
      expect(intents(status, contributor)).not.toContain('withdraw')
    }
    expect(intents('draft', contributor)[0]).toBe('review')
  })

  it('what is out is changed or withdrawn; what was out comes back', () => {
    expect(intents('published')).toEqual(['save', 'withdraw', 'trash'])
    expect(intents('withdrawn')).toEqual(['publish', 'keep', 'trash'])
    expect(intents('trashed')).toEqual(['restore'])
  })

  it('nothing for those who may only look', () => {
    for (const status of ['draft', 'published', 'trashed'] as const) expect(intents(status, reader)).toEqual([])
  })
})
