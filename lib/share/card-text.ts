import { oneLine } from '@/lib/one-line'

/** What a shared post's picture says. */
export type CardText = { title: string; nats: string; site: string }

/** The font has Latin letters only; what it lacks would be drawn as a box. */
const drawable = /[^\p{Script=Latin}\p{M}\d\s\p{P}$+<=>^`|~©®°€£¥×÷–—‘’“”•…]/gu

export function drawableText(text: string): string {
  return oneLine(text.normalize('NFC').replace(drawable, '').replace(/[\u0300-\u036f]/g, ''))
}

/** Such that `width` px hold it in `lines` lines: capitals are half as wide again as small letters. */
export function titleSize(title: string, { width, lines }: { width: number; lines: number }): number {
  const ems = [...title].reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? 0.72 : /\s/.test(letter) ? 0.25 : 0.52), 0)
  const longest = Math.max(...title.split(/\s+/).map((word) => [...word].reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? 0.74 : 0.54), 0)))
  // A line is never quite full.
  const size = Math.min((width * lines * 0.86) / ems, width / longest)
  return Math.round(Math.max(40, Math.min(96, size)))
}

/** Cut at a word. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length + 1)
  return `${(cut.slice(0, cut.lastIndexOf(' ')) || text.slice(0, length)).replace(/[\s,;:.–-]+$/u, '')}…`
}
