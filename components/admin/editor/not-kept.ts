import { allowedAttributes, allowedTags, renamedTags } from '@/lib/html-allowed'

/** These become something that says the same: a link or a video. */
const turned = new Set(['iframe', 'embed', 'video', 'source', 'object', 'param', 'tbody'])

/** What of `html` will not be stored, in words of HTML: `<script>`, `style="…"`. */
export function notKept(html: string): string[] {
  if (!html.includes('<')) return []
  const { body, head } = new DOMParser().parseFromString(html, 'text/html')
  const going = new Set<string>()
  for (const element of [...head.querySelectorAll('*'), ...body.querySelectorAll('*')]) {
    const tag = element.localName
    if (turned.has(tag)) continue
    if (!allowedTags.includes(tag) && !renamedTags[tag]) going.add(`<${tag}>`)
    else for (const { name } of element.attributes) if (!isAllowed(tag, name)) going.add(name)
  }
  return [...going]
}

function isAllowed(tag: string, name: string): boolean {
  return Boolean(allowedAttributes[tag]?.includes(name) || allowedAttributes['*']!.includes(name))
}
