import { partsOfDay } from '@/lib/clock'
import type { PostLine } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { Title } from './title'

type Props = { posts: PostLine[]; site: Site; /** The page's own title: a month of that name is not named again. */ title?: string }

/** Posts as a book's contents, a section a month. */
export function Toc({ posts, site, title }: Props) {
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
              <span className="r">{post.natsRef}</span>
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
