import { pictureAttributes } from '@/lib/media/markup'
import type { PostCard } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { drawnLate } from './drawn-late'
import { Title } from './title'

/** The most read other posts; none hides the block. */
export function PopularPosts({ posts, site }: { posts: PostCard[]; site: Site }) {
  if (posts.length === 0) return null
  return (
    <section className="sheet popular" aria-labelledby="populer" {...drawnLate(10 + posts.length * 14)}>
      <h2 className="side head" id="populer">{site.m.reader.popular}</h2>
      <PopularList posts={posts} site={site} />
      <p className="small"><a href="/terpopuler">{site.m.reader.mostRead}</a></p>
    </section>
  )
}

/** As lines with a snippet and a picture, as the owner has set; `numbered` where the place is the point. */
export function PopularList({ posts, site, numbered }: { posts: PostCard[]; site: Site; numbered?: boolean }) {
  const List = numbered ? 'ol' : 'ul'
  return (
    <List>
      {posts.map((post) => (
        <li key={post.id}>
          <a href={post.path}>
            <span className="t"><Title untitled={site.m.reader.untitled}>{post.title}</Title></span>{' '}
            {site.popularSnippets && post.snippet && <span className="small">{firstWords(post.snippet)}</span>}
            {site.popularPictures && post.cover && (
              <img {...pictureAttributes(post.cover, '76px')} width={76} height={76} alt="" loading="lazy" />
            )}
          </a>
        </li>
      ))}
    </List>
  )
}

function firstWords(text: string): string {
  if (text.length <= 120) return text
  return `${text.slice(0, 120).replace(/\s+\S*$/, '')}…`
}
