// Counts anew what the spam filter begins with, after lib/spam/corpus/train.jsonl or the reading of words has changed.
import { mkdirSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { bundle, forNode } from './bundle.mjs'
import { root } from './root.mjs'

process.chdir(root)
const outfile = `.tmp/spam-counts.${process.pid}.mjs`
mkdirSync('.tmp', { recursive: true })
await bundle(forNode('lib/spam/write-counts.ts', outfile))
await import(pathToFileURL(outfile).href)
rmSync(outfile)
