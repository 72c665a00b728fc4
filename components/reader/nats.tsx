import type { PostView } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { Caps } from './caps'

/** The verse, its words and the passage; any may be missing, and with none there is no block. */
export function Nats({ post, site }: { post: Pick<PostView, 'natsRef' | 'natsText' | 'bacaan'>; site: Site }) {
  if (!post.natsRef && !post.natsText && !post.bacaan) return null
  return (
    <div className="nats">
      {post.natsRef && <p className="ref">{post.natsRef}</p>}
      {post.natsText && (
        <blockquote>
          {post.natsText.split(/\n+/).map((line, i) => <p key={i}><Caps>{line}</Caps></p>)}
        </blockquote>
      )}
      {post.bacaan && <p className="small">{site.m.reader.reading}: {post.bacaan}</p>}
    </div>
  )
}
