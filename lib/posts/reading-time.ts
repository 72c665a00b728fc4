/** Words a minute that most people read Indonesian prose at. */
const pace = 200

/** What stands between spaces and holds a letter or digit is a word. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** Whole minutes, at least one. */
export function minutesToRead(words: number): number {
  return Math.max(1, Math.round(words / pace))
}
