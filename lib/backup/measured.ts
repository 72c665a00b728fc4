import { createHash } from 'node:crypto'
import { pipeline, Transform, type Readable } from 'node:stream'

export type Measure = { bytes: number; sha256: string }

/** Passes a stream on and tells at its end how much it was. */
export function measured(source: Readable, done: (measure: Measure) => void): Readable {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      bytes += chunk.length
      next(null, chunk)
    },
    flush(next) {
      done({ bytes, sha256: hash.digest('hex') })
      next()
    },
  })
  // An error of the source reaches whoever reads; the callback only keeps it from being thrown.
  pipeline(source, through, () => {})
  return through
}
