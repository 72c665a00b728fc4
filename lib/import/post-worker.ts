import { appendFileSync, openSync, readSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Errand, Piece } from './post-reader'
import { apart, readPost, saidPost } from './read-post'
import { bytesOf, recordsIn } from './record-file'

// The thread of `PostReader`: bundled by itself, since it needs none of what the rest of the command line does.
const { said, read, known } = workerData as Errand
const from = openSync(said, 'r')
const to = openSync(read, 'a', 0o600)
let end = 0

parentPort!.on('message', ({ at, length }: Piece) => {
  const bytes = Buffer.allocUnsafe(length)
  if (readSync(from, bytes, 0, length, at) !== length) throw new Error(`${said} ends before ${at + length}`)
  const records = bytesOf([...recordsIn(bytes, saidPost)].map((post) => apart(readPost(post, known))))
  appendFileSync(to, records)
  parentPort!.postMessage({ at: end, length: records.length } satisfies Piece, [])
  end += records.length
})
