import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

const tags = new Set(
  ('a abbr acronym address area article aside audio b bdi big blockquote br button canvas caption center cite code col colgroup dd del details dfn dialog dir div dl dt em ' +
    'fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark menu meter nav ol optgroup option output p ' +
    'picture pre progress q rp rt ruby s samp section select small source span strike strong sub summary sup table tbody td textarea tfoot th thead time tr track tt u ul var video wbr').split(' '),
)
const attributes = new Set(
  ('abbr align alt border cellpadding cellspacing char charset cite class clear color cols colspan compact coords datetime decoding dir download headers height hidden href hreflang ' +
    'hspace id ismap itemprop label lang loading longdesc media name noshade nowrap rel rev reversed rows rowspan rules scope shape size sizes span src srcset start summary tabindex ' +
    'target title translate type usemap valign value vspace width wrap').split(' '),
)

/** What the W3C feed validator says of HTML in a feed: badly nested, unsafe, or with relative addresses. */
export function complaintsOfHtml(html: string): string[] {
  const complaints: string[] = []
  const tree = parseFragment(html, { onParseError: ({ code }) => complaints.push(`NotHtml ${code}`), sourceCodeLocationInfo: true })
  tree.childNodes.forEach((node) => look(node, complaints))
  return complaints
}

function look(node: Node, complaints: string[]): void {
  if (!('tagName' in node)) return
  if (!tags.has(node.tagName)) complaints.push(`SecurityRisk ${node.tagName}`)
  for (const { name, value } of node.attrs) {
    if (!attributes.has(name) && !name.startsWith('data-')) complaints.push(`SecurityRiskAttr ${name}`)
    if ((name === 'href' || name === 'src') && !/^\w+:/.test(value)) complaints.push(`ContainsRelRef ${value}`)
  }
  node.childNodes.forEach((child) => look(child, complaints))
}
