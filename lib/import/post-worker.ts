import { appendFileSync, openSync, readSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { SourcePost } from './entries'
import type { Errand } from './post-reader'
import { apart, readPost, said } from './read-post'
import { bytesOf, recordsIn, type Piece } from './record-file'

// The thread of `PostReader`: bundled by itself, since it needs none of what the rest of the command line does.
const { known, ...files } = workerData as Errand
const from = openSync(files.said, 'r')
const to = openSync(files.read, 'a', 0o600)
let end = 0

parentPort!.on('message', ({ at, length }: Piece) => {
  const bytes = Buffer.allocUnsafe(length)
  if (readSync(from, bytes, 0, length, at) !== length) throw new Error(`${files.said} ends before ${at + length}`)
  const records = bytesOf([...recordsIn(bytes, said<SourcePost>)].map((post) => apart(readPost(post, known))))
  appendFileSync(to, records)
  parentPort!.postMessage({ at: end, length: records.length } satisfies Piece, [])
  end += records.length
})
