// Enough to know one's own devices again; a library for all browsers there are would be far larger.
const browsers: [RegExp, string][] = [
  [/SamsungBrowser/, 'Samsung Internet'], [/UCBrowser/, 'UC Browser'], [/Edg(A|iOS)?\//, 'Edge'], [/OPR\/|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'], [/Chrom(e|ium)|CriOS/, 'Chrome'], [/Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'], [/iPhone|iPod/, 'iPhone'], [/iPad/, 'iPad'], [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'], [/Mac OS X|Macintosh/, 'Mac'], [/Linux/, 'Linux'],
]

/** A User-Agent in words, such as `Chrome, Android`; what is not known is named by its first word. */
export function deviceName(agent: string): string {
  const names = [browsers, systems].map((list) => list.find(([pattern]) => pattern.test(agent))?.[1])
  return names.filter(Boolean).join(', ') || agent.split(/[\s/]/, 1)[0]!.slice(0, 40) || '?'
}
