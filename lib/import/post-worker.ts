import { parentPort } from 'node:worker_threads'
import type { SourcePost } from './entries'
import { lineOf } from './line-file'
import { readPost } from './read-post'

// The thread of `PostReader`: bundled by itself, since it needs none of what the rest of the command line does.
parentPort!.on('message', (posts: SourcePost[]) => parentPort!.postMessage(posts.map((post) => lineOf(readPost(post))), []))
