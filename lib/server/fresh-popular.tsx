import { renderToStaticMarkup } from 'react-dom/server'
import { PopularPosts } from '@/components/reader/popular-posts'
import { stripRuntime } from '@/lib/page-cache/strip'
import { rankBeside } from '@/lib/posts/popular'
import { listPostsById } from '@/lib/posts/queries'
import { getSite, type Site } from '@/lib/site'
import { popularAt } from './popular-at'

const closing = '</section>'

type List = { html: string; tags: string[] }

type Known = { changes: number; site: Promise<Site>; lists: Map<string, Promise<List | undefined>> }

/**
 * Gives a post's finished page with the list of the most read posts as it is now, which is all that a changed ranking
 * changes in it, and what the list shows. Undefined where the page has no list, or would have none.
 *
 * @param changes grows with every change of what pages show: nearly all pages have the same list until then
 */
export function freshPopular(changes: () => number) {
  let known: Known | undefined

  return async function withFreshPopular(html: string): Promise<List | undefined> {
    const start = popularAt(html)
    const post = /\sdata-post="(\d+)"/.exec(html)
    if (start < 0 || !post) return undefined
    const fresh = await listBeside(Number(post[1]))
    const end = html.indexOf(closing, start) + closing.length
    return fresh && { html: html.slice(0, start) + fresh.html + html.slice(end), tags: fresh.tags }
  }

  async function listBeside(postId: number): Promise<List | undefined> {
    if (known?.changes !== changes()) known = begin()
    const { lists } = known
    const site = await known.site
    const ids = await rankBeside(postId, site)
    const key = ids.join()
    const kept = lists.get(key)
    if (kept) return kept
    const list = drawn(ids, site)
    lists.set(key, list)
    // What failed is tried again.
    list.catch(() => lists.delete(key))
    return list
  }

  function begin(): Known {
    const site = getSite()
    site.catch(() => { known = undefined })
    return { changes: changes(), site, lists: new Map() }
  }
}

async function drawn(ids: number[], site: Site): Promise<List | undefined> {
  const posts = await listPostsById(ids, site.popularCount)
  if (posts.length === 0) return undefined
  const html = stripRuntime(renderToStaticMarkup(<PopularPosts posts={posts} site={site} />))
  return { html, tags: posts.map(({ id }) => `line:${id}`) }
}
