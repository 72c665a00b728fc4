import type { Place } from './arrange'
import { tidyText } from './schema'

/** A comment as readers see it. `body` null: deleted, kept in its place for its replies. */
export type ThreadComment = {
  id: number
  /** What follows `#`; imported comments keep their old one. */
  anchor: string
  name: string
  body: string | null
  isAuthor: boolean
  createdAt: Date
  /** Whom it answers, where its place does not show it. */
  answering: { name: string; anchor: string } | null
  replies: ThreadComment[]
}

export type ThreadRow = { id: number; parentId: number | null; status: string; name: string; body: string; userId: number | null; externalId: string | null; createdAt: Date }

/** Levels on the page; what lies deeper stands on the last one. */
export const levels = 3

/** A page's comments in their levels. `rows` are those of the page, and what they answer. */
export function nest(places: Place[], rows: Map<number, ThreadRow>): ThreadComment[] {
  const roots: ThreadComment[] = []
  const path: ThreadComment[] = []
  const levelOf = new Map<number, number>()
  for (const { id, parentId } of places) {
    const row = rows.get(id)
    if (!row) continue
    // What it answers may stand on the page before.
    const parentLevel = parentId === null ? undefined : levelOf.get(parentId)
    const level = parentLevel === undefined ? 0 : Math.min(parentLevel + 1, levels - 1)
    const above = path[level - 1]
    const comment = toComment(row, parentId !== null && above?.id !== parentId ? rows.get(parentId) : undefined)
    ;(above?.replies ?? roots).push(comment)
    levelOf.set(id, level)
    path.length = level
    path.push(comment)
  }
  return roots
}

export function anchorOf({ id, externalId }: { id: number; externalId: string | null }): string {
  return `c${externalId ?? id}`
}

function toComment(row: ThreadRow, parent: ThreadRow | undefined): ThreadComment {
  const isShown = row.status === 'visible'
  return {
    id: row.id, anchor: anchorOf(row), createdAt: row.createdAt, replies: [],
    name: isShown ? tidyText(row.name) : '', body: isShown ? tidyText(row.body) : null, isAuthor: isShown && row.userId !== null,
    answering: parent?.status === 'visible' ? { name: tidyText(parent.name), anchor: anchorOf(parent) } : null,
  }
}
