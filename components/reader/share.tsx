import type { PostView } from '@/lib/posts/queries'
import { shareText } from '@/lib/posts/share-text'
import type { Site } from '@/lib/site'

export function Share({ post, site }: { post: PostView; site: Site }) {
  const url = site.url + post.path
  const title = post.title || site.name
  const words = shareText(post, { untitled: site.name, url }, site.m.reader)
  const q = encodeURIComponent
  return (
    <div className="share">
      <a className="wa small" href={`https://wa.me/?text=${q(words)}`}>{site.m.reader.whatsapp}</a>
      <a className="small" href={`https://www.facebook.com/sharer/sharer.php?u=${q(url)}`}>Facebook</a>
      <a className="small" href={`mailto:?subject=${q(title)}&body=${q(words)}`}>{site.m.reader.email}</a>
    </div>
  )
}
