/** Ends with one sentence on stderr. */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
