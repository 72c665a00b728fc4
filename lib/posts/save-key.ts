import { z } from 'zod'

/**
 * What an open editor calls one of its saves: `<editor>.<number>`, made on the device. The same key again is a retry;
 * another of the same editor comes from the same hand, and a higher number has everything that a lower one had.
 */
export const saveKey = z.string().regex(/^[\w-]{16,40}\.\d{1,6}$/)

/** The open editor that a key comes from. */
export const editorName = z.string().regex(/^[\w-]{16,40}$/)

export function readSaveKey(key: string): { editor: string; number: number } {
  const [editor, number] = key.split('.') as [string, string]
  return { editor, number: Number(number) }
}

/** The revision that was open, and from an editor the key of this save. */
export type From = number | { revision: number; key: string; formerly?: string[] }

/** `formerly`: editors on this device that ended without hearing an answer, whose text this one took over. */
export function openFrom(from: From): { revision: number; key: string | null; editors: string[] } {
  if (typeof from === 'number') return { revision: from, key: null, editors: [] }
  return { revision: from.revision, key: from.key, editors: [readSaveKey(from.key).editor, ...(from.formerly ?? [])] }
}
