import { hasText, isTag, isText, make, replace, type Node, type Parent, type Tag } from './tree'

const bullet = /^[\s\u00a0]*[•·▪◦‣●○■∙⁃][\s\u00a0]*/

/** Lines that begin with a dot were meant as a list. */
export function toLists(parent: Parent): void {
  for (const node of parent.childNodes.slice()) {
    if (!isTag(node)) continue
    if (node.tagName === 'p') splitDots(node)
    else if (node.tagName === 'blockquote') toLists(node)
  }
  joinLists(parent)
}

function splitDots(p: Tag): void {
  const lines = linesOf(p)
  if (!lines.some(isDotted)) return
  const parts: Tag[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (isDotted(line)) {
      dropDot(line)
      if (line.some((node) => isTag(node) || (isText(node) && hasText(node)))) parts.push(make('ul', {}, [make('li', {}, line)]))
    } else if (last?.tagName === 'p') for (const node of [make('br'), ...line]) last.childNodes.push(Object.assign(node, { parentNode: last }))
    else if (line.length > 0) parts.push(make('p', {}, line))
  }
  replace(p, parts)
}

function linesOf(p: Tag): Node[][] {
  const lines: Node[][] = [[]]
  for (const node of p.childNodes) {
    if (isTag(node) && node.tagName === 'br') lines.push([])
    else lines.at(-1)!.push(node)
  }
  return lines
}

const isDotted = (line: Node[]) => {
  const first = firstText(line)
  return first !== undefined && bullet.test(first.value)
}

function dropDot(line: Node[]): void {
  const first = firstText(line)!
  first.value = first.value.replace(bullet, '')
}

function firstText(nodes: Node[]): { value: string } | undefined {
  for (const node of nodes) {
    if (isText(node)) {
      if (hasText(node)) return node
    } else if (isTag(node)) {
      if (node.tagName === 'img') return undefined
      const inner = firstText(node.childNodes)
      if (inner) return inner
    }
  }
  return undefined
}

function joinLists(parent: Parent): void {
  let before: Tag | undefined
  for (const node of parent.childNodes.slice()) {
    const isMade = isTag(node) && node.tagName === 'ul'
    if (isMade && before) {
      for (const item of node.childNodes.slice()) before.childNodes.push(Object.assign(item, { parentNode: before }))
      replace(node, [])
    } else before = isMade ? node : isText(node) && !hasText(node) ? before : undefined
  }
}
