import { oddsOf, type Counts } from './counts'
import { gather, type Written } from './evidence'
import { featuresOf } from './features'
import type { Knows } from './reading'
import { weigh, type Weighed } from './weigh'
import { wordList } from './word-list'

export type Judgement = Omit<Weighed, 'score'>
export type Decision = Judgement['decision']
export type Knowledge = { words: string | null; counts: (features: string[]) => Promise<Counts> | Counts; knows: Knows }

/** Judges a comment by what it says alone, with what is known: the owner's words and the filter's counts. */
export async function classify(written: Written, { words, counts, knows }: Knowledge): Promise<Weighed> {
  const evidence = gather(written, wordList(words), knows)
  const features = featuresOf(evidence)
  const { odds, telling } = oddsOf(features, await counts(features))
  const shown = telling.filter(([feature, each]) => each > 0 && !/[~@#]/.test(feature)).slice(0, 3).map(([feature]) => feature)
  return weigh(evidence, odds, shown)
}
