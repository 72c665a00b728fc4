import type { Editor } from '@tiptap/react'
import type { EditorWords } from './words'

export type ToolName = 'bold' | 'italic' | 'h2' | 'quote' | 'bullets' | 'link' | 'image' | 'insert' | 'undo' | 'redo' | 'numbers' | 'h3' | 'strike'

export type Tool = {
  name: ToolName
  /** The keys that do the same, for the tool's title. */
  keys?: string
  isOn?: (editor: Editor) => boolean
  isOff?: (editor: Editor) => boolean
  run?: (editor: Editor) => void
}

/** In the order of use, since a phone shows the first seven; null parts groups. */
export const tools: (Tool | null)[] = [
  { name: 'bold', keys: 'Mod+B', isOn: (e) => e.isActive('bold'), run: (e) => e.chain().focus().toggleBold().run() },
  { name: 'italic', keys: 'Mod+I', isOn: (e) => e.isActive('italic'), run: (e) => e.chain().focus().toggleItalic().run() },
  null,
  { name: 'h2', keys: 'Mod+Alt+2', isOn: (e) => e.isActive('heading', { level: 2 }), run: (e) => e.chain().focus().toggleHeading({ level: 2 }).run() },
  { name: 'quote', keys: 'Mod+Shift+B', isOn: (e) => e.isActive('blockquote'), run: (e) => e.chain().focus().toggleBlockquote().run() },
  { name: 'bullets', keys: 'Mod+Shift+8', isOn: (e) => e.isActive('bulletList'), run: (e) => e.chain().focus().toggleBulletList().run() },
  null,
  { name: 'link', keys: 'Mod+K', isOn: (e) => e.isActive('link') },
  { name: 'insert' },
  { name: 'image', isOn: (e) => e.isActive('image') || e.isActive('figure') },
  null,
  { name: 'undo', keys: 'Mod+Z', isOff: (e) => !e.can().undo(), run: (e) => e.chain().focus().undo().run() },
  { name: 'redo', keys: 'Mod+Shift+Z', isOff: (e) => !e.can().redo(), run: (e) => e.chain().focus().redo().run() },
  null,
  { name: 'numbers', keys: 'Mod+Shift+7', isOn: (e) => e.isActive('orderedList'), run: (e) => e.chain().focus().toggleOrderedList().run() },
  { name: 'h3', keys: 'Mod+Alt+3', isOn: (e) => e.isActive('heading', { level: 3 }), run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run() },
  { name: 'strike', keys: 'Mod+Shift+S', isOn: (e) => e.isActive('strike'), run: (e) => e.chain().focus().toggleStrike().run() },
]

/** `Tebal (Ctrl+B)` */
export function toolTitle({ name, keys }: Tool, words: EditorWords): string {
  if (!keys) return words[name]
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
  return `${words[name]} (${keys.replace('Mod', isMac ? '⌘' : 'Ctrl')})`
}
