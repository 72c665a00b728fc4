import { xmlText } from '@/lib/feeds/text'

type Attributes = Record<string, string | number>

/** An element with text, or with elements that are XML already; without either it is empty. */
export function element(name: string, attributes: Attributes = {}, text = ''): string {
  return tag(name, attributes, escapeXml(text))
}

export function parent(name: string, attributes: Attributes, children: string[]): string {
  return tag(name, attributes, children.join(''))
}

/** `]]>` inside ends one section and begins the next. */
export function cdata(name: string, text: string): string {
  return tag(name, {}, `<![CDATA[${xmlText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
}

function tag(name: string, attributes: Attributes, inner: string): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}='${escapeXml(String(value))}'`).join('')
  return inner ? `<${name}${list}>${inner}</${name}>` : `<${name}${list}/>`
}

export function escapeXml(text: string): string {
  return xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;').replace(/\r/g, '&#13;')
}
