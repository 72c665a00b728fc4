import { isoDay } from '@/lib/clock'
import { countComments } from '@/lib/comments/queries'
import { countTag } from '@/lib/comments/touch'
import { renderBody } from '@/lib/html'
import { shows } from '@/lib/page-cache/render-context'
import { opening } from '@/lib/posts/opening'
import type { PostView } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { Byline } from './byline'
import { Nats } from './nats'
import { Title } from './title'

/** The newest post at the top of the front page, with its first paragraphs. */
export async function Today({ post, site }: { post: PostView; site: Site }) {
  const { m } = site
  shows('today', countTag(post.id))
  const comments = (await countComments([post.id])).get(post.id)
  const isToday = post.publishedDay === site.today
  const title = <Title untitled={m.reader.untitled}>{post.title}</Title>
  return (
    <article className="sheet today">
      <div className="side date">
        <h1 className="head">{isToday ? m.reader.today : m.reader.latest}</h1>
        <p className="small">
          {site.weekday(post.publishedDay)}, <time dateTime={isoDay(post.publishedDay)}>{site.longDate(post.publishedDay)}</time>
        </p>
      </div>
      <h2 className="title"><a href={post.path}>{title}</a></h2>
      <Nats post={post} site={site} />
      <Byline authors={post.authors} site={site} />
      <div className="text">
        <div className="flow" dangerouslySetInnerHTML={{ __html: renderBody(opening(post.body), post.pictures, m.reader, { pictures: post.elsewhere, isOpen: site.picturesElsewhere }) }} />
        <p>
          <a className="more" href={post.path}>{m.reader.readOn}<span className="hidden"> {post.title}</span></a>
          {comments && <> <a className="more small" href={`${post.path}#comments`}>{m.comments.count(site.count(comments))}</a></>}
        </p>
      </div>
    </article>
  )
}
