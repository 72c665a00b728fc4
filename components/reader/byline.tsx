import type { PostView } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'

export function Byline({ author, site }: { author: PostView['author']; site: Site }) {
  return (
    <div className="side small by">
      <p>{site.m.reader.by} <b><a href={`/penulis/${author.slug}`} rel="author">{author.name}</a></b></p>
    </div>
  )
}
