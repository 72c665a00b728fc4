import { listMenu } from '@/lib/menu'
import type { Site } from '@/lib/site'
import { Shelter } from './shelter'

/** The site's name and a few words. `current` is the path whose word is underlined. */
export async function Masthead({ site, current }: { site: Site; current?: string }) {
  const menu = await listMenu(site)
  return (
    <header className="sheet masthead">
      <a className="side brand" href="/"><Shelter />{site.name}</a>
      {menu.length > 0 && (
        <nav className="menu small" aria-label={site.m.reader.menu}>
          {menu.map(({ href, title }) => (
            <a href={href} key={href} aria-current={href === current ? 'page' : undefined}>{title}</a>
          ))}
        </nav>
      )}
    </header>
  )
}
