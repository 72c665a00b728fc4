/** WordPress' text as HTML: its own comments and shortcodes go, empty lines become paragraphs. */
export function fromWordpress(text: string, attachments: Map<string, { url: string; alt: string }>): string {
  const hasBlocks = /<!--\s*wp:/.test(text)
  const html = shortcodes(text.replace(/<!--[\s\S]*?-->/g, (comment) => (/^<!--\s*(?:\/?wp:|more|nextpage|noteaser)/.test(comment) ? '' : comment)), attachments)
  return hasBlocks ? html : withParagraphs(html)
}

const caption = /\[caption\b[^\]]*\]([\s\S]*?)\[\/caption\]/gi
const gallery = /\[gallery\b([^\]]*)\]/gi
const player = /\[(?:audio|video|embed|youtube|playlist)\b([^\]]*)\](?:\s*(https?:\/\/[^\s[\]<]+)\s*\[\/(?:audio|video|embed|youtube)\])?/gi

function shortcodes(text: string, attachments: Map<string, { url: string; alt: string }>): string {
  return text
    .replace(caption, (_, inner: string) => {
      const [, picture = '', words = ''] = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner) ?? [null, '', inner]
      const said = words.trim() || /\bcaption="([^"]*)"/i.exec(_)?.[1] || ''
      return `\n\n<figure>${picture}${said && `<figcaption>${said}</figcaption>`}</figure>\n\n`
    })
    .replace(gallery, (_, attributes: string) => {
      const ids = (/\b(?:ids|include)\s*=\s*["']?([\d,\s]+)/i.exec(attributes)?.[1] ?? '').split(',').map((id) => id.trim())
      const pictures = ids.flatMap((id) => attachments.get(id) ?? [])
      return `\n\n${pictures.map(({ url, alt }) => `<figure><img src="${quote(url)}" alt="${quote(alt)}"></figure>`).join('')}\n\n`
    })
    .replace(player, (whole, attributes: string, inside?: string) => {
      const address = inside ?? /(https?:\/\/[^\s"'\]]+)/.exec(attributes)?.[1]
      return address ? `\n\n<a href="${quote(address)}">${quote(address)}</a>\n\n` : whole
    })
}

const quote = (text: string) => text.replace(/&(?!amp;)/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

const block = /^<\/?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|pre|figure|figcaption|hr|dl|dt|dd|section|article|aside|header|footer|form|iframe|script|style|center|object|address|details|summary)\b/i

/** What WordPress does when it shows a text: a line by itself is a line, an empty one parts paragraphs. */
function withParagraphs(text: string): string {
  const pieces = text.replace(/\r\n?/g, '\n').split(/(<pre\b[\s\S]*?<\/pre>|<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>)/i)
  return pieces.map((piece, i) => (i % 2 === 1 ? piece : paragraphsOf(piece))).join('\n\n')
}

function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (block.test(part) ? part : `<p>${part.replace(/\n(?!\s*<\/?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|blockquote|figure|hr)\b)/g, '<br>\n')}</p>`))
    .join('\n')
}
