import { AwsClient } from 'aws4fetch'
import type { S3Settings } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { MediaStore } from './store'

/** Longer than any file of ours takes, so that a store that hangs does not hold a reader for ever. */
const patience = 60_000

/** Files in a bucket of an S3-compatible store, addressed by path, which every such store understands. */
export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): MediaStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const ask = async (name: string, method: string, init: { body?: Buffer; headers?: Record<string, string> } = {}) => {
    const address = `${endpoint}/${bucket}/${name}`
    const body = init.body && new Uint8Array(init.body)
    const answer = await client.fetch(address, { method, headers: init.headers, body, signal: AbortSignal.timeout(patience) }).catch((error: unknown) => { throw away(error) })
    if (!answer.ok && answer.status !== 404) throw away(new Error(`${method} ${name}: ${answer.status} ${(await answer.text()).slice(0, 200)}`))
    return answer
  }
  return {
    async put(name, bytes) {
      const { status } = await ask(name, 'PUT', { body: bytes })
      // There is no such bucket.
      if (status === 404) throw away(new Error(`PUT ${name}: 404`))
    },
    async get(name) {
      const answer = await ask(name, 'GET')
      return answer.status === 404 ? null : Buffer.from(await answer.arrayBuffer())
    },
    async read(name, from, to) {
      const answer = await ask(name, 'GET', { headers: { range: `bytes=${from}-${to}` } })
      return answer.status === 404 ? null : answer.body
    },
    async remove(name) {
      await ask(name, 'DELETE')
    },
  }
}

function away(error: unknown): AppError {
  log.error({ err: error }, 'the store of uploads did not do what it was asked')
  return new AppError('unavailable', 'media.store')
}
