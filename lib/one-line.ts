/** Runs of spaces, tabs and ends of lines as one space each. A space that stands alone, as most do, is not touched. */
export function oneLine(text: string): string {
  return text.replace(/[^\S ]\s*|\s{2,}/g, ' ').trim()
}
