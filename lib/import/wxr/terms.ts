import type { LabelAddress } from '../entries'
import { decodeEntities } from '../html/entities'
import { all, textOf, type Element } from '../xml/element'
import type { Site, Term } from './site'

/** A category or tag that the blog declares. */
export function addTerm({ terms }: Site, element: Element): void {
  const isTag = element.name === 'wp:tag'
  const slug = textOf(element, isTag ? 'wp:tag_slug' : 'wp:category_nicename')
  const name = textOf(element, isTag ? 'wp:tag_name' : 'wp:cat_name')
  add(terms, { kind: isTag ? 'tag' : 'category', slug, name, parent: textOf(element, 'wp:category_parent') })
}

/** Those of one post: a part of a blog is exported without its lists. */
export function learnTerms({ terms }: Site, item: Element): void {
  for (const { attributes: { domain, nicename = '' }, text } of all(item, 'category')) {
    if (domain === 'category') add(terms, { kind: 'category', slug: nicename, name: text, parent: '' })
    else if (domain === 'post_tag' || domain === 'tag') add(terms, { kind: 'tag', slug: nicename, name: text, parent: '' })
  }
}

function add(terms: Site['terms'], term: Term): void {
  const key = `${term.kind}/${term.slug}`
  if (term.slug && term.name.trim() && !terms.has(key)) terms.set(key, { ...term, name: decodeEntities(term.name.trim()) })
}

/** Where WordPress lists posts, as long as nobody told it otherwise: `/category/parent/child/`, `/tag/x/`. */
export function* addressesOf({ root, terms }: Site): Generator<LabelAddress> {
  for (const term of terms.values()) {
    yield { type: 'label-address', path: `${root}/${term.kind}/${term.slug}`, label: term.name }
    const parents = parentsOf(term, terms)
    if (parents.length > 0) yield { type: 'label-address', path: `${root}/${term.kind}/${[...parents, term.slug].join('/')}`, label: term.name }
  }
}

/** From the outermost; a circle in a damaged file ends. */
function parentsOf(term: Term, terms: Site['terms']): string[] {
  const parents: string[] = []
  for (let slug = term.parent; slug && slug !== term.slug && !parents.includes(slug); slug = terms.get(`category/${slug}`)?.parent ?? '') parents.unshift(slug)
  return parents
}
