/** Runs of spaces, tabs and ends of lines as one space each. A space that stands alone, as most do, is not touched. */
export function oneLine(text: string): string {
  return singleSpaced(text).trim()
}

/** The same of all `parts` together, as if they were one text. */
export function oneLineOf(parts: string[]): string {
  const line: string[] = []
  let isAfterSpace = true
  for (const part of parts) {
    const single = singleSpaced(part)
    const rest: string = isAfterSpace && single.startsWith(' ') ? single.slice(1) : single
    if (rest === '') continue
    line.push(rest)
    isAfterSpace = rest.endsWith(' ')
  }
  return line.join('').trimEnd()
}

const otherSpace = /[^\S ]/

/** Looking whether there is something to do is many times as quick as doing it, and mostly there is nothing. */
function singleSpaced(text: string): string {
  return text.includes('  ') || otherSpace.test(text) ? text.replace(/[^\S ]\s*|\s{2,}/g, ' ') : text
}
