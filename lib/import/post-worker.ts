import { parentPort, workerData } from 'node:worker_threads'
import type { SourcePost } from './entries'
import { recordsOf } from './read-post'

// The thread of `PostReader`: bundled by itself, since it needs none of what the rest of the command line does.
parentPort!.on('message', (posts: SourcePost[]) => {
  const records = recordsOf(posts, workerData as ReadonlySet<string>)
  // Handed over rather than copied.
  parentPort!.postMessage(records, [records.buffer as ArrayBuffer])
})
