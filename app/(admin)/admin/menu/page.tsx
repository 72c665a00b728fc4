import { notFound } from 'next/navigation'
import { Frame } from '@/components/admin/frame'
import { MenuAdd } from '@/components/admin/menu-add'
import { MenuList, type MenuEntry } from '@/components/admin/menu-list'
import '@/components/admin/post.css'
import { listLabelNames } from '@/lib/labels/queries'
import { can } from '@/lib/policy'
import { listStaticPages } from '@/lib/posts/admin-queries'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'
import type { MenuItem } from '@/lib/settings/schema'
import { add, down, remove, up } from './actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.menu.title }
}

/** The words beside the site's name. */
export default async function MenuPage() {
  const { viewer, locale, m: { menu: m, posts, admin } } = await requireViewer()
  if (!can(viewer, 'menu.edit')) notFound()
  const [{ menu }, pages, labels] = await Promise.all([getSettings(), listStaticPages(), listLabelNames()])
  const single = (['archive', 'labels', 'search'] as const).filter((type) => !menu.some((item) => item.type === type))
  const types = [...(pages.length ? ['page' as const] : []), ...(labels.length ? ['label' as const] : []), 'link' as const, ...single]
  return (
    <Frame place="more">
      <h1>{m.title}</h1>
      <p className="lead">{menu.length ? m.lead : m.none}</p>
      <MenuList entries={menu.map(toEntry)} m={m} deeds={{ up, down, remove }} />
      <section className="block" aria-labelledby="tambah">
        <h2 id="tambah">{m.add}</h2>
        {menu.length >= 12
          ? <p className="small said">{m.full}</p>
          : <MenuAdd action={add} types={types} pages={pages.map(({ id, title }) => ({ id, title: title || posts.untitled }))} labels={labels} locale={locale} sending={admin.saving} />}
      </section>
    </Frame>
  )

  function toEntry(item: MenuItem): MenuEntry {
    switch (item.type) {
      case 'page': {
        const page = pages.find(({ id }) => id === item.postId)
        const note = !page ? m.gone : page.status === 'published' ? page.path! : m.notPublic
        return { item, name: item.title || page?.title || posts.untitled, note }
      }
      case 'label': return { item, name: item.title || item.name, note: `${m.type.label}: ${item.name}` }
      case 'link': return { item, name: item.title, note: item.href }
      default: return { item, name: m.type[item.type], note: '' }
    }
  }
}
