import { readFileSync, writeFileSync } from 'node:fs'
import { countsFile, readExamples } from './prepare'

writeFileSync('lib/spam/prepared.json', countsFile(readExamples(readFileSync('lib/spam/corpus/train.jsonl', 'utf8'))))
