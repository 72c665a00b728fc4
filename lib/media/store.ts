import { env, s3Settings } from '@/lib/env'
import { processWide } from '@/lib/process-wide'
import { derivedNames } from './derived'
import { folderStore } from './folder-store'
import { s3Store } from './s3-store'

export type MediaStore = {
  /** Durable when it resolves. */
  put: (name: string, bytes: Buffer) => Promise<void>
  /** Null when there is no such file. */
  get: (name: string) => Promise<Buffer | null>
  /** From one byte to another, both included; null when there is no such file. */
  read: (name: string, from: number, to: number) => Promise<ReadableStream<Uint8Array> | null>
  remove: (name: string) => Promise<void>
}

/** Where uploads are: the data folder, or an S3-compatible store when the environment names one. */
export const mediaStore: MediaStore = {
  put: (name, bytes) => chosen().put(name, bytes),
  get: (name) => chosen().get(name),
  read: (name, from, to) => chosen().read(name, from, to),
  remove: (name) => chosen().remove(name),
}

function chosen(): MediaStore {
  return processWide('media-store', () => {
    const settings = s3Settings(env)
    return settings ? s3Store(settings) : folderStore
  })
}

/** The stored name of a picture in one width. */
export function fileName(hash: string, width: number): string {
  return `${hash.slice(0, 2)}/${hash}-${width}.webp`
}

/** The stored name of a form made from a picture, as `share.jpg`. */
export function derivedName(hash: string, form: string): string {
  return `${hash.slice(0, 2)}/${hash}-${form}`
}

/** The stored name of a recording. */
export function recordingName(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}-rekaman`
}

/** Every name under which something of a picture may be stored. */
export function allNames(hash: string, widths: number[]): string[] {
  return [...widths.map((width) => fileName(hash, width)), ...derivedNames.map((form) => derivedName(hash, form))]
}
