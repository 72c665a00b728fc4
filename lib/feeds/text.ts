import { oneLine } from '@/lib/one-line'

/**
 * Text that may stand in XML: without control characters, halves of letters, and what feed readers take for damage
 * (C1 controls from old Windows pages, replacement characters).
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/g, '')
}

/** The first words as one line, cut at a word. */
export function excerpt(text: string, length: number): string {
  const line = oneLine(text)
  if (line.length <= length) return line
  const cut = line.slice(0, length + 1)
  return `${(cut.slice(0, cut.lastIndexOf(' ')) || line.slice(0, length)).toWellFormed().replace(/[\s,;:.–-]+$/u, '')}…`
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
