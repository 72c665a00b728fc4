import { randomBytes } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isAppError } from '@/lib/errors'
import { removeLeftOvers } from '@/lib/left-overs'
import { formOf } from './detect'
import { importFolder } from './place-of-file'
import { refuse } from './refuse'

const headLength = 64 * 1024
/** As the room says. */
const most = 2 * 1024 ** 3

/**
 * Writes what is sent to disk as it comes. What is no export by its first letters, or too large, is read on but kept
 * nowhere, so that whoever sends it hears why. @throws AppError `import.…`
 */
export async function receiveFile(body: AsyncIterable<Uint8Array>, largest = most): Promise<{ path: string; size: number }> {
  await mkdir(importFolder(), { recursive: true, mode: 0o700 })
  // Killed while it was sent; nobody asks for that again.
  removeLeftOvers(importFolder(), (entry) => Number(/^sending-(\d+)-/.exec(entry)?.[1]))
  const path = join(importFolder(), `sending-${process.pid}-${randomBytes(8).toString('hex')}`)
  const handle = await open(path, 'wx', 0o600)
  try {
    const { size, refused } = await write(body, handle, largest)
    if (refused) throw refused
    return { path, size }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function write(body: AsyncIterable<Uint8Array>, handle: Awaited<ReturnType<typeof open>>, largest: number) {
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
    if (size > largest) refused = refuse('large')
    if (refused) await handle.truncate()
    else await handle.write(chunk)
  }
  if (size === 0) refused = refuse('empty')
  else if (!isKnown && !refused) refused = judge(head)
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
