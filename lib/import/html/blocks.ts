import { append, attribute, deepestFirst, find, hasText, isTag, isText, make, type Node, type Parent, type Tag } from './tree'

/** Boxes that mean nothing by themselves: what is in them stands alone. */
const boxes = new Set([
  'p', 'div', 'center', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'form', 'fieldset', 'details', 'summary',
  'legend', 'label', 'dir', 'menu', 'body', 'html', 'hgroup', 'search',
])
/** Blocks that stay what they are. */
const blocks = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'pre', 'figure', 'hr', 'dl'])
/** What holds a text of its own within a block. */
const holders = new Set(['li', 'td', 'th', 'dd', 'dt', 'figcaption', 'caption'])

const isBlock = (node: Node) => isTag(node) && (blocks.has(node.tagName) || boxes.has(node.tagName))

/** Rebuilds a text as paragraphs, headings, lists, quotes, tables and figures: boxes go, empty lines become paragraphs. */
export function toBlocks(root: Parent): void {
  const children = flatten(inner(root))
  for (const child of children) append(root, Object.assign(child, { parentNode: null }))
}

function flatten(nodes: Node[]): Node[] {
  const out: Node[] = []
  let run: Node[] = []
  const flush = () => {
    out.push(...paragraphs(run))
    run = []
  }
  for (const node of nodes) {
    if (isTag(node) && (boxes.has(node.tagName) || hasBlockInside(node))) {
      flush()
      out.push(...flatten(node.tagName === 'a' || blocks.has(node.tagName) || !isMark(node) ? inner(node) : marked(node)))
    } else if (isBlock(node)) {
      flush()
      out.push(...block(node as Tag))
    } else if (isTag(node) && holders.has(node.tagName)) {
      // A cell or an item without its table or list.
      flush()
      out.push(...flatten(inner(node)))
    } else run.push(node)
  }
  flush()
  return out
}

/** An inline element around blocks, such as `<b><p>…</p></b>`. */
function hasBlockInside(tag: Tag): boolean {
  if (blocks.has(tag.tagName) || holders.has(tag.tagName)) return false
  return find(tag, isBlock) !== undefined
}

/** What is in it, taken out at once: one by one, each would be looked for among all the others. */
function inner(parent: Parent): Node[] {
  const children = parent.childNodes
  parent.childNodes = []
  for (const child of children) child.parentNode = null
  return children
}

const isMark = (tag: Tag) => ['b', 'strong', 'i', 'em', 'u', 's', 'del', 'small', 'mark'].includes(tag.tagName)

/** Its mark goes around what is in each of the blocks. */
function marked(tag: Tag): Node[] {
  return inner(tag).flatMap((node) => withMark(tag.tagName, node))
}

function withMark(name: string, node: Node): Node[] {
  if (!isTag(node)) return [make(name, {}, [node])]
  // Marks around marks around blocks: each goes further in, or the outer one would come back around the same for ever.
  if (!isBlock(node) && hasBlockInside(node)) return (isMark(node) ? marked(node) : inner(node)).flatMap((part) => withMark(name, part))
  // So does what stands in a cell or an item without its table or list.
  if (holders.has(node.tagName) && find(node, isBlock)) return inner(node).flatMap((part) => withMark(name, part))
  if (!isBlock(node)) return node.tagName === name ? [node] : [make(name, {}, [node])]
  if (!boxes.has(node.tagName) && !/^h\d$/.test(node.tagName)) return [node]
  append(node, make(name, {}, inner(node)))
  return [node]
}

function block(tag: Tag): Node[] {
  switch (tag.tagName) {
    case 'hr': return [make('hr')]
    case 'pre': return hasText(tag) ? [tag] : []
    case 'blockquote': return holding(tag, flatten(inner(tag)))
    case 'ul': case 'ol': return list(tag)
    case 'table': case 'dl': return table(tag)
    case 'figure': return figure(tag)
    default: return heading(tag)
  }
}

function holding(tag: Tag, children: Node[]): Node[] {
  tag.childNodes = []
  for (const child of children) append(tag, Object.assign(child, { parentNode: null }))
  return children.length > 0 ? [tag] : []
}

/** One paragraph alone, or before a list, needs no paragraph. */
function fill(holder: Tag): void {
  const [first, ...others] = flatten(inner(holder))
  const isAlone = first && isTag(first) && first.tagName === 'p' && others.every((one) => isTag(one) && (one.tagName === 'ul' || one.tagName === 'ol'))
  holding(holder, first ? [...(isAlone ? inner(first) : [first]), ...others] : [])
}

function list(tag: Tag): Node[] {
  const items: Node[] = []
  for (const child of inner(tag)) {
    if (isTag(child) && child.tagName === 'li') {
      fill(child)
      if (child.childNodes.length > 0) items.push(child)
    } else if (isTag(child) && (child.tagName === 'ul' || child.tagName === 'ol')) {
      // Word and old editors put a list within a list beside the item that it belongs to.
      const last = items.at(-1)
      for (const nested of list(child)) if (last && isTag(last)) append(last, Object.assign(nested, { parentNode: null })); else items.push(make('li', {}, [nested]))
    } else if (hasText(child) || isTag(child)) {
      const stray = make('li', {}, [child])
      fill(stray)
      if (stray.childNodes.length > 0) items.push(stray)
    }
  }
  return holding(tag, items)
}

/** What lies within one of these is its own business: filled twice at each level, tables in tables would take for ever. */
function outermost(parent: Parent, test: (name: string) => boolean): Tag[] {
  return parent.childNodes.flatMap((node) => (!isTag(node) ? [] : test(node.tagName) ? [node] : outermost(node, test)))
}

function table(tag: Tag): Node[] {
  for (const holder of outermost(tag, (name) => holders.has(name))) fill(holder)
  return hasText(tag) || hasPicture(tag) ? [tag] : []
}

function figure(tag: Tag): Node[] {
  if (attribute(tag, 'data-youtube')) return [tag]
  for (const caption of outermost(tag, (name) => name === 'figcaption')) fill(caption)
  const kept = inner(tag).flatMap((node) => (isTag(node) && (boxes.has(node.tagName) || node.tagName === 'figure') ? inner(node) : [node]))
  holding(tag, kept.filter((node) => isTag(node) || hasText(node)).filter((node) => !(isTag(node) && node.tagName === 'figcaption' && !hasText(node))))
  return hasPicture(tag) ? [tag] : flatten(inner(tag).flatMap((node) => (isTag(node) && node.tagName === 'figcaption' ? [make('p', {}, inner(node))] : [node])))
}

function heading(tag: Tag): Node[] {
  if (hasPicture(tag)) return flatten(inner(tag))
  trimEnds(tag)
  return hasText(tag) ? [tag] : []
}

/** An inline run: two line breaks part paragraphs, a picture alone is a figure. */
function paragraphs(run: Node[]): Node[] {
  const parts: Node[][] = [[]]
  let breaks: Node[] = []
  for (const node of run) {
    const last = parts.at(-1)!
    if (isTag(node) && node.tagName === 'br') breaks.push(node)
    else if (breaks.length > 0 && isText(node) && !hasText(node)) continue
    else {
      if (breaks.length > 1) parts.push([node])
      else last.push(...breaks, node)
      breaks = []
    }
  }
  return parts.flatMap(paragraph)
}

function paragraph(nodes: Node[]): Node[] {
  const p = make('p', {}, nodes)
  trimEnds(p)
  const pictures = picturesAlone(p)
  if (pictures) return pictures.map((picture) => make('figure', {}, [picture]))
  return hasText(p) || hasPicture(p) || hasAnchor(p) ? [p] : []
}

/** The pictures (with the link around them) of a paragraph that holds nothing else. */
function picturesAlone(p: Tag): Node[] | null {
  if (!hasPicture(p) || hasText(p)) return null
  return [...deepestFirst(p)].flatMap((node) => {
    if (!isTag(node) || node.tagName !== 'img') return []
    const link = node.parentNode
    return link && isTag(link) && link.tagName === 'a' && attribute(link, 'href') ? [make('a', { href: attribute(link, 'href') }, [node])] : [node]
  })
}

function hasPicture(tag: Tag): boolean {
  return find(tag, ({ tagName }) => tagName === 'img') !== undefined
}

/** A place that links within the text lead to; where Blogger cut a text is none. */
function hasAnchor(tag: Tag): boolean {
  return find(tag, (node) => node.tagName === 'a' && (attribute(node, 'id') !== '' || !['', 'more'].includes(attribute(node, 'name')))) !== undefined
}

function trimEnds(tag: Tag): void {
  const isSpace = (node: Node | undefined) => node && ((isText(node) && !hasText(node)) || (isTag(node) && node.tagName === 'br'))
  while (isSpace(tag.childNodes.at(-1))) tag.childNodes.pop()
  while (isSpace(tag.childNodes[0])) tag.childNodes.shift()
  const [first, last] = [tag.childNodes[0], tag.childNodes.at(-1)]
  if (first && isText(first)) first.value = first.value.trimStart()
  if (last && isText(last)) last.value = last.value.trimEnd()
}
