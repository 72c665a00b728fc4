import { reducePhoto } from './media-reduce'

export type Sent = { id: number; src: string; width: number; height: number; alt: string; isKnown: boolean }
export type Answer = { sent: Sent } | { message: string | null; isFinal: boolean }

type Sending = {
  /** What is said of a file beyond the limit. */
  large: Record<'picture' | 'recording', string>
  /** Gets the part that is on its way, from 0 to 1. */
  onProgress: (part: number) => void
  onReduced?: () => void
  /** The picture whose place it takes. */
  replace?: number
}

const largest = { picture: 20 * 1024 * 1024, recording: 40 * 1024 * 1024 }

/** What a file is too large for, before a byte is sent; photos are reduced first. */
export function tooLarge(file: Blob, kind: 'picture' | 'recording'): boolean {
  return file.size > largest[kind]
}

export const kindOf = (file: File): 'picture' | 'recording' => (/^audio\/|^video\/(ogg|webm)$/.test(file.type) || /\.(mp3|m4a|aac|ogg|opus|wav|flac|weba)$/i.test(file.name) ? 'recording' : 'picture')

/**
 * Sends one file to the library. `isFinal`: trying again would end the same; otherwise the way was bad.
 */
export async function sendFile(file: File, { large, onProgress, onReduced, replace }: Sending): Promise<Answer> {
  const kind = replace ? 'picture' : kindOf(file)
  const body = kind === 'picture' ? await reducePhoto(file) : file
  onReduced?.()
  if (tooLarge(body, kind)) return { message: large[kind], isFinal: true }
  const address = kind === 'picture' ? '/api/media' : '/api/media/rekaman'
  return new Promise((resolve) => {
    // fetch tells nothing of how far an upload has come.
    const request = new XMLHttpRequest()
    request.open('POST', `${address}?name=${encodeURIComponent(file.name)}${replace ? `&replace=${replace}` : ''}`)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.addEventListener('error', () => resolve({ message: null, isFinal: false }))
    request.addEventListener('abort', () => resolve({ message: null, isFinal: false }))
    request.addEventListener('load', () => {
      const answer = request.response as (Sent & { message?: string }) | null
      if (request.status < 300 && answer) return resolve({ sent: answer })
      resolve({ message: answer?.message || null, isFinal: request.status >= 400 && request.status < 500 })
    })
    request.send(body)
  })
}
