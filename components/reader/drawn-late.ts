/** In rem, as in reader.css. */
const heights = [64, 128, 256]

/**
 * Attributes of a block below the text that is drawn only when somebody comes near. Until then it stands there as high
 * as one of a few heights, not lower than it will be: what follows would stand on it, which programs that judge pages
 * take for covered. What is higher than all of them is drawn at once.
 *
 * @param rem how high it may become on a narrow phone
 */
export function drawnLate(rem: number): { 'data-late'?: number } {
  return { 'data-late': heights.find((height) => height >= rem) }
}

/** Lines that a text takes on a narrow phone, each of 1.9 rem at most. */
export function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 32)), 0)
}
