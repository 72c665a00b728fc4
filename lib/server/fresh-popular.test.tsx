import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { PopularPosts } from '@/components/reader/popular-posts'
import { dayInZone } from '@/lib/clock'
import { listPopularCards } from '@/lib/posts/popular'
import { transact } from '@/lib/db/transaction'
import { getSite } from '@/lib/site'
import { makePost, makeViews } from '@/lib/testing/builders'
import { forgetRankings } from '@/lib/views/ranking'
import { freshPopular } from './fresh-popular'

const ids: number[] = []
let changes = 0
const withFreshPopular = freshPopular(() => changes)
const day = dayInZone(new Date(), 'Asia/Jakarta')

beforeAll(async () => {
  for (const title of ['SATU', 'DUA', 'TIGA', 'EMPAT', 'Lima <b> & "enam"']) ids.push((await makePost({ published: true, title })).id)
  for (const [i, id] of ids.entries()) await makeViews(id, day, 100 - i)
  forgetRankings()
})

/** What an author writes may look like the list; it comes before it. */
const decoy = '<section class="sheet popular"><p>bukan</p></section>'
const pageOf = (id: number, list: string) => `<main><article data-post="${id}">${decoy}</article>${list}<script type="application/ld+json">{}</script></main>`
const rendered = async (id: number) => {
  const site = await getSite()
  return renderToStaticMarkup(<PopularPosts posts={await listPopularCards(id, site)} site={site} />).replaceAll('<!-- -->', '')
}
const hrefs = (html: string) => [...html.slice(html.lastIndexOf('sheet popular')).matchAll(/<li><a href="([^"]+)"/g)].map(([, href]) => href)

test('a page gets the list as it is now, without itself, and is the same before and after it', async () => {
  const pages = await Promise.all(ids.map((id) => rendered(id).then((list) => pageOf(id, list))))
  expect(hrefs(pages[0]!)).toHaveLength(3)
  expect(await withFreshPopular(pages[0]!)).toEqual({ html: pages[0], tags: ids.slice(1, 4).map((id) => `line:${id}`) })

  await makeViews(ids[4]!, day, 500)
  forgetRankings()
  changes++
  for (const [i, id] of ids.entries()) {
    const fresh = await withFreshPopular(pages[i]!)
    expect(fresh!.html).toBe(pageOf(id, await rendered(id)))
    expect(fresh!.html === pages[i]).toBe(i === 4)
    const others = [4, 0, 1, 2, 3].filter((n) => n !== i).slice(0, 3)
    expect(fresh!.tags).toEqual(others.map((n) => `line:${ids[n]}`))
  }
})

test('a post that is called otherwise is so in the list after that change, and the list is read once between changes', async () => {
  const page = pageOf(ids[0]!, await rendered(ids[0]!))
  await transact((tx) => tx.post.update({ where: { id: ids[1]! }, data: { title: 'DUA BARU' } }))
  changes++
  expect((await withFreshPopular(page))!.html).toContain('DUA BARU')
  await transact((tx) => tx.post.update({ where: { id: ids[1]! }, data: { title: 'DUA' } }))
  expect((await withFreshPopular(page))!.html).toContain('DUA BARU')
})

test('a page without the list has to be made whole, and so has any when there is none', async () => {
  expect(await withFreshPopular(pageOf(ids[0]!, '').replace(decoy, ''))).toBeUndefined()
  expect(await withFreshPopular((await rendered(ids[0]!)))).toBeUndefined()
})
