import { expect, it } from 'vitest'
import { countWords, minutesToRead } from './reading-time'

it.each([['', 0], ['satu', 1], [' satu\n dua—tiga  – 4 ', 3], ['2 * 3 = 6', 3], ['“Diam!” — katanya', 2]])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

it('is read in whole minutes, never in none', () => {
  expect([1, 200, 299, 300, 1000].map(minutesToRead)).toEqual([1, 1, 1, 2, 5])
})
