import { pictureAttributes } from '@/lib/media/markup'
import type { PostView } from '@/lib/posts/queries'

/** The picture above the text, if there is one. */
export function Cover({ post }: { post: Pick<PostView, 'cover' | 'coverAlt'> }) {
  if (!post.cover) return null
  return (
    <figure className="cover">
      <img {...pictureAttributes(post.cover, '(min-width: 46em) 42rem, calc(100vw - 2.5rem)')} alt={post.coverAlt} fetchPriority="high" />
    </figure>
  )
}
