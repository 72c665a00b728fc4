import { readFileSync } from 'node:fs'
import { readExamples, type Example } from './prepare'

export type Part = 'train' | 'kept'

/** One part of the corpus, from the folder that the program runs in. */
export function readCorpus(part: Part): Example[] {
  return readExamples(readFileSync(`lib/spam/corpus/${part}.jsonl`, 'utf8'))
}
