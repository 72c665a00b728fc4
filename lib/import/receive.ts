import { randomBytes } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isAppError } from '@/lib/errors'
import { formOf } from './detect'
import { importFolder } from './place-of-file'
import { refuse } from './refuse'

const headLength = 64 * 1024

/**
 * Writes what is sent to disk as it comes. What is no export by its first letters is read on but kept nowhere, so
 * that whoever sends it hears why. @throws AppError `import.…`
 */
export async function receiveFile(body: AsyncIterable<Uint8Array>): Promise<{ path: string; size: number }> {
  await mkdir(importFolder(), { recursive: true, mode: 0o700 })
  const path = join(importFolder(), `${randomBytes(8).toString('hex')}.part`)
  const handle = await open(path, 'wx', 0o600)
  try {
    const { size, refused } = await write(body, handle)
    if (refused) throw refused
    return { path, size }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function write(body: AsyncIterable<Uint8Array>, handle: Awaited<ReturnType<typeof open>>) {
  let size = 0
  let head = Buffer.alloc(0)
  let isKnown = false
  let refused: Error | null = null
  for await (const chunk of body) {
    size += chunk.length
    if (refused) continue
    if (!isKnown) {
      head = Buffer.concat([head, chunk])
      isKnown = head.length >= headLength
      if (isKnown) refused = judge(head.subarray(0, headLength))
    }
    await handle.write(chunk)
  }
  if (size === 0) refused = refuse('empty')
  else if (!isKnown) refused = judge(head)
  return { size, refused }
}

function judge(head: Buffer): Error | null {
  try {
    formOf(head)
    return null
  } catch (error) {
    if (isAppError(error)) return error
    throw error
  }
}
