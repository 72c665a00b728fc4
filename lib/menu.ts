import { labelPath } from './addresses/canonical'
import { db } from './db/client'
import { isPublic } from './posts/queries'
import type { MenuItem } from './settings/schema'
import type { Site } from './site'

export type MenuLink = { href: string; title: string }

/** The menu as links. A page that is not public is left out. */
export async function listMenu(site: Pick<Site, 'menu' | 'm'>): Promise<MenuLink[]> {
  const ids = site.menu.flatMap((item) => (item.type === 'page' ? [item.postId] : []))
  const pages = ids.length ? await db.post.findMany({ where: { id: { in: ids }, ...isPublic }, select: { id: true, path: true, title: true } }) : []
  return site.menu.flatMap((item) => toLink(item, pages, site.m.reader) ?? [])
}

type Page = { id: number; path: string | null; title: string }

function toLink(item: MenuItem, pages: Page[], m: Site['m']['reader']): MenuLink | null {
  switch (item.type) {
    case 'archive': return { href: '/arsip', title: m.archive }
    case 'labels': return { href: '/label', title: m.label }
    case 'search': return { href: '/search', title: m.search }
    case 'label': return { href: labelPath(item.name), title: item.title || item.name }
    case 'link': return { href: item.href, title: item.title }
    case 'page': {
      const page = pages.find(({ id }) => id === item.postId)
      return page ? { href: page.path!, title: item.title || page.title || m.untitled } : null
    }
  }
}
