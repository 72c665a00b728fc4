import { count } from './counts'
import { gather, type Written } from './evidence'
import { lessonsOf } from './features'
import { wordList } from './word-list'

export type Example = Written & { id: string; label: 'spam' | 'ham' }

/** What the filter begins with, counted in a corpus. */
export function prepare(examples: Example[]) {
  // A word that is met in plain letters is one that a disguise may stand for.
  const vocabulary = new Set(examples.flatMap(({ text }) => text.toLowerCase().match(/(?<![\p{L}\p{N}])[a-z]{3,}(?![\p{L}\p{N}])/gu) ?? []))
  const rows = examples.map((example) => ({
    features: lessonsOf(gather(example, wordList(null), (word) => vocabulary.has(word))),
    isSpam: example.label === 'spam',
  }))
  return { ...count(rows), knows: (word: string) => vocabulary.has(word) }
}

export function readExamples(jsonl: string): Example[] {
  return jsonl.trim().split('\n').map((line) => JSON.parse(line) as Example)
}

/** The file of prepared counts as it should be for these examples. */
export function countsFile(examples: Example[]): string {
  const { all, total } = prepare(examples)
  const features = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([feature, counts]) => `${JSON.stringify(feature)}:${JSON.stringify(counts)}`)
  return `{"total":${JSON.stringify(total)},"features":{\n${features.join(',\n')}\n}}\n`
}
