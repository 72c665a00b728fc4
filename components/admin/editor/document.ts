import { DOMParser as Reader, DOMSerializer, Fragment, type Node as DocumentNode, type ParseOptions, type Schema } from '@tiptap/pm/model'
import { childrenFromDom } from '@/lib/html-tree/tree'
import { isSameTree } from '@/lib/html-tree/same'

/**
 * HTML as the editor's document. Whatever the document has no form for is kept as it is, a piece at a time: each
 * block is read, written again and compared.
 *
 * @param isOurs written here, as opposed to pasted
 */
export function toDocument(html: string, schema: Schema, isOurs = false): DocumentNode {
  // Of what is written here each space counts, also the one before the next word. HTML with lines of its own is laid
  // out by somebody, and its spaces mean nothing.
  const how = { preserveWhitespace: isOurs && !/[\r\n]/.test(html) }
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const whole = readBlock([...body.childNodes], schema, how)
  const blocks = whole ?? groupsOf(body).flatMap((group) => readOrKeep(group, schema, how))
  return schema.topNodeType.create(null, blocks.length ? blocks : schema.nodes.paragraph!.create())
}

/** The document as HTML; what was kept comes out letter for letter. */
export function toHtml(doc: DocumentNode): string {
  const pieces: string[] = []
  const holder = write(doc.content, doc.type.schema)
  for (const caption of holder.querySelectorAll('figcaption:empty')) caption.remove()
  for (const verse of holder.querySelectorAll('figure.ayat')) verse.removeAttribute('class')
  for (const piece of holder.querySelectorAll<HTMLElement>('div[data-kept]')) {
    piece.replaceWith(document.createComment(`kept-${pieces.push(piece.dataset.kept ?? '') - 1}`))
  }
  return holder.innerHTML.replace(/<!--kept-(\d+)-->/g, (_, at: string) => pieces[Number(at)]!)
}

function readOrKeep(group: Node[], schema: Schema, how: ParseOptions): DocumentNode[] {
  const blocks = readBlock(group, schema, how)
  if (blocks) return blocks
  const [only] = group
  // A bare box says nothing of its own: what is in it is looked at piece by piece.
  if (group.length === 1 && only instanceof HTMLElement && /^(?:DIV|P)$/.test(only.tagName) && only.attributes.length === 0) {
    const groups = groupsOf(only)
    if (groups.length > 1 || isBlock(groups[0]![0]!)) return groups.flatMap((inner) => readOrKeep(inner, schema, how))
  }
  const division = group.length === 1 && only instanceof HTMLElement && divisionOf(only, schema, how)
  return [division || schema.nodes.kept!.create({ html: htmlOf(group) })]
}

/** A box that says no more than its language or direction, with what is in it. */
function divisionOf(box: HTMLElement, schema: Schema, how: ParseOptions): DocumentNode | null {
  const { lang, dir, ...more } = Object.fromEntries([...box.attributes].map(({ name, value }) => [name, value]))
  if (box.tagName !== 'DIV' || Object.keys(more).length > 0) return null
  const blocks = groupsOf(box).flatMap((group) => readOrKeep(group, schema, how))
  return blocks.length ? schema.nodes.division!.create({ lang: lang ?? null, dir: dir ?? null }, blocks) : null
}

/** The blocks, when they say the same as the HTML; null when something would be lost. */
function readBlock(nodes: Node[], schema: Schema, how: ParseOptions): DocumentNode[] | null {
  const holder = document.createElement('div')
  holder.append(...nodes.map((node) => node.cloneNode(true)))
  const before = childrenFromDom(holder.childNodes)
  const { content } = Reader.fromSchema(schema).parse(holder, how)
  const after = childrenFromDom(write(content, schema).childNodes)
  const isEmpty = content.childCount === 1 && content.firstChild!.type.name === 'paragraph' && content.firstChild!.content.size === 0
  if (!isSameTree(before, after)) return null
  return isEmpty && !holder.querySelector('p, div') ? [] : [...content.content]
}

function write(content: Fragment, schema: Schema): HTMLElement {
  const holder = document.createElement('div')
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(content))
  return holder
}

/** Blocks one by one, text and inline elements between them together. */
function groupsOf(parent: Element): Node[][] {
  const groups: Node[][] = []
  let loose: Node[] = []
  for (const node of [...parent.childNodes, null]) {
    if (node && !isBlock(node)) loose.push(node)
    else {
      if (loose.some((inner) => inner.nodeType === 1 || inner.nodeValue?.trim())) groups.push(loose)
      loose = []
      if (node) groups.push([node])
    }
  }
  return groups
}

const inline = /^(?:A|ABBR|B|BR|CITE|CODE|DEL|EM|I|IMG|MARK|Q|S|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|U)$/

function isBlock(node: Node): boolean {
  return node.nodeType === 1 && !inline.test((node as Element).tagName)
}

function htmlOf(nodes: Node[]): string {
  const holder = document.createElement('div')
  holder.append(...nodes.map((node) => node.cloneNode(true)))
  return holder.innerHTML
}
