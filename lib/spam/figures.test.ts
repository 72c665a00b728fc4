import { expect, test } from 'vitest'
import { readCorpus } from './corpus'
import { crossValidate, figuresOf } from './figures'

test('of comments that the filter has never seen at least 95 % of spam is kept back and at most 2 % of ham is taken for spam', async () => {
  const train = readCorpus('train')
  for (const { spam, ham, ...figures } of [await crossValidate(train, 4), await figuresOf(readCorpus('kept'), train)]) {
    expect(figures.spamHeldBack / spam).toBeGreaterThanOrEqual(0.95)
    expect(figures.hamAsSpam / ham).toBeLessThanOrEqual(0.02)
    expect(figures.hamPublished / ham).toBeGreaterThanOrEqual(0.88)
  }
}, 180_000)

test('the corpus is large enough, and no comment of the part kept back is in the other', () => {
  const [train, kept] = [readCorpus('train'), readCorpus('kept')]
  const count = (label: string) => [...train, ...kept].filter((each) => each.label === label).length
  expect([count('spam') >= 300, count('ham') >= 300]).toEqual([true, true])
  const texts = new Set(train.map(({ name, text }) => `${name}\n${text}`))
  expect(kept.filter(({ name, text }) => texts.has(`${name}\n${text}`)).map(({ id }) => id)).toEqual([])
})
