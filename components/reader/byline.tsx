import { Fragment } from 'react'
import type { PostView } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'

/** Everybody who wrote it, joined as the site's language joins names. */
export function Byline({ authors, site }: { authors: PostView['authors']; site: Site }) {
  const parts = new Intl.ListFormat(site.language, { type: 'conjunction' }).formatToParts(authors.map((_, place) => String(place)))
  return (
    <div className="side small by">
      <p>
        {site.m.reader.by}{' '}
        {parts.map(({ type, value }, i) => (type === 'element' ? <Name author={authors[Number(value)]!} key={value} /> : <Fragment key={`-${i}`}>{value}</Fragment>))}
      </p>
    </div>
  )
}

function Name({ author }: { author: PostView['authors'][number] }) {
  return <b><a href={`/penulis/${author.slug}`} rel="author">{author.name}</a></b>
}
