import { partsOfDay } from '@/lib/clock'
import { countComments } from '@/lib/comments/queries'
import { countTag } from '@/lib/comments/touch'
import { shows } from '@/lib/page-cache/render-context'
import type { PostLine } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { Title } from './title'

type Props = { posts: PostLine[]; site: Site; /** The page's own title: a month of that name is not named again. */ title?: string }

/** Posts as a book's contents, a section a month. */
export async function Toc({ posts, site, title }: Props) {
  shows(...posts.map(({ id }) => countTag(id)))
  const comments = await countComments(posts.map(({ id }) => id))
  return byMonth(posts).map(({ key, year, month, posts }) => (
    <section className="sheet month" aria-labelledby={`b${key}`} key={key}>
      <h2 className={site.monthName(year, month) === title ? 'hidden' : 'side head'} id={`b${key}`}>
        <a href={`/${key.replace('-', '/')}/`}>{site.monthName(year, month)}</a>
      </h2>
      <ol className="toc" reversed>
        {posts.map((post) => (
          <li key={post.id}>
            <a href={post.path}>
              <span className="d">{partsOfDay(post.publishedDay).day}</span>{' '}
              <span className="t"><Title untitled={site.m.reader.untitled}>{post.title}</Title></span>{' '}
              <span className="r">{[post.natsRef, comments.has(post.id) && site.m.comments.count(site.count(comments.get(post.id)!))].filter(Boolean).join(' · ')}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  ))
}

function byMonth(posts: PostLine[]) {
  const months: { key: string; year: number; month: number; posts: PostLine[] }[] = []
  for (const post of posts) {
    const { year, month } = partsOfDay(post.publishedDay)
    const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    const last = months.at(-1)
    if (last?.key === key) last.posts.push(post)
    else months.push({ key, year, month, posts: [post] })
  }
  return months
}
