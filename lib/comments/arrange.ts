/** What the order of a thread is made from. */
export type Node = { id: number; parentId: number | null; status: string }
/** A comment's place; `depth` 0 is no answer to anything. */
export type Place = { id: number; parentId: number | null; depth: number }

export type ThreadOrder = 'oldest' | 'newest'

/**
 * Comments in the order in which they are read: each with its answers right after it, the oldest answer first.
 * What is not visible keeps its place while something visible stands below it.
 *
 * @param nodes the oldest first
 */
export function arrange(nodes: Node[], order: ThreadOrder): Place[] {
  const answers = answersBy(nodes)
  const roots = answers.get(null) ?? []
  const places: (Place & { status: string })[] = []
  // A stack of our own: an argument may go thousands of answers deep.
  const waiting = (order === 'oldest' ? roots.toReversed() : [...roots]).map((node) => ({ ...node, depth: 0 }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    places.push(next)
    for (const answer of (answers.get(next.id) ?? []).toReversed()) waiting.push({ ...answer, depth: next.depth + 1 })
  }
  return withoutEmpty(places)
}

/** Answers by what they answer; null: those that answer nothing. */
function answersBy(nodes: Node[]): Map<number | null, Node[]> {
  const answers = new Map<number | null, Node[]>([[null, []], ...nodes.map(({ id }): [number, Node[]] => [id, []])])
  for (const node of nodes) (answers.get(node.parentId) ?? answers.get(null)!).push(node)
  return answers
}

function withoutEmpty(places: (Place & { status: string })[]): Place[] {
  const kept = new Set<number>()
  for (const { id, parentId, status } of places.toReversed()) {
    if (status !== 'visible' && !kept.has(id)) continue
    kept.add(id)
    if (parentId !== null) kept.add(parentId)
  }
  return places.filter(({ id }) => kept.has(id)).map(({ id, parentId, depth }) => ({ id, parentId, depth }))
}

/** Pages of at most `perPage`; a conversation is cut only when it is longer than that. */
export function paginate(places: Place[], perPage: number): Place[][] {
  const pages: Place[][] = [[]]
  for (const talk of conversations(places)) {
    const last = pages.at(-1)!
    if (last.length > 0 && last.length + talk.length > perPage) pages.push([])
    for (const place of talk) {
      if (pages.at(-1)!.length === perPage) pages.push([])
      pages.at(-1)!.push(place)
    }
  }
  return pages
}

function conversations(places: Place[]): Place[][] {
  const talks: Place[][] = []
  for (const place of places) {
    if (place.depth === 0) talks.push([])
    talks.at(-1)!.push(place)
  }
  return talks
}
