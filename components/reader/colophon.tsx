import type { Site } from '@/lib/site'

export function Colophon({ site, pages }: { site: Site; pages: { path: string; title: string }[] }) {
  return (
    <footer className="sheet colophon">
      <div className="small">
        {(site.footer || site.description).split(/\n+/).map((line) => <p key={line}>{line}</p>)}
        <p className="words" data-themes={JSON.stringify(site.m.reader.theme)}>
          {pages.map(({ path, title }) => <a href={path} key={path}>{title}</a>)}
          {site.prayer && <a href="/pokok-doa">{site.m.prayer.link}</a>}
          <a href="/feeds/posts/default">{site.m.reader.feed}</a>
        </p>
      </div>
    </footer>
  )
}
