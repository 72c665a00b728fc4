import type { Draft } from './draft'

/** What was typed and not yet stored, kept on the device under the person and the post. */
export type LocalCopy = { draft: Draft; revision: number; at: string }

export function localCopyKey(userId: number, post: number | 'post' | 'page'): string {
  return `teduh.tulisan.${userId}.${post}`
}

export function readLocalCopy(key: string): LocalCopy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(key) ?? 'null') as LocalCopy | null
    return typeof copy?.draft?.body === 'string' && typeof copy.revision === 'number' ? copy : null
  } catch {
    return null
  }
}

/** @returns false when the device keeps nothing (a private window, a full phone) */
export function writeLocalCopy(key: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

export function dropLocalCopy(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // It was not kept either.
  }
}
