import type { Tree } from '@/lib/html-tree/tree'
import { blocksToHtml, blockText, type Block, type Inline } from './blocks'
import { offerFields, type Offer } from './fields'
import { fromText } from './from-text'
import { fromTree } from './from-tree'
import { regroup } from './regroup'

/** What was pasted, as the clipboard gives it: the body of its HTML (if any) and its plain text. */
export type Pasted = { html: Tree[] | null; text: string }
export type PasteResult = { html: string; offers: Offer[]; /** Addresses of pictures that stay where they are. */ pictures: string[] }

/**
 * Pasted text as clean HTML: structure is kept, looks are not, and no word is lost. HTML that only parts lines says
 * nothing of its form; then the signs of a chat (`*bold*`, `- item`) do.
 */
export function readPaste({ html, text }: Pasted): PasteResult {
  const read = html && fromTree(html)
  const isChat = !read || !hasForm(read.blocks)
  const source = !read || (read.blocks.length === 0 && read.pictures.length === 0) ? fromText(text) : isChat ? fromText(read.blocks.map(blockText).join('\n\n')) : read.blocks
  const { blocks, offers } = offerFields(regroup(source, isChat))
  return { html: blocksToHtml(blocks), offers, pictures: read?.pictures ?? [] }
}

function hasForm(blocks: Block[]): boolean {
  return blocks.some((block) => block.kind !== 'p' || block.inline.some(isFormed))
}

function isFormed(item: Inline): boolean {
  // A link that many programs make of an address by themselves is no form that somebody gave.
  return item !== 'br' && (item.marks.length > 0 || (item.href !== undefined && !isOwnAddress(item.text, item.href)))
}

function isOwnAddress(text: string, href: string): boolean {
  const bare = (address: string) => address.trim().replace(/^https?:\/\//, '').replace(/\/$/, '')
  return bare(text) === bare(href)
}
