import type { ReactNode } from 'react'
import { labelPath } from '@/lib/addresses/canonical'
import { isoDay } from '@/lib/clock'
import { renderBody } from '@/lib/html'
import type { PostView } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { Byline } from './byline'
import { Closing } from './closing'
import { Cover } from './cover'
import { Nats } from './nats'
import { Share } from './share'
import { Shelter } from './shelter'
import { Title } from './title'

/** A whole post or page; `children` follow it (newer and older post). */
export function PostArticle({ post, site, children }: { post: PostView; site: Site; children?: ReactNode }) {
  const isPost = post.kind === 'post'
  return (
    <article className="sheet" lang={post.lang === site.language ? undefined : post.lang} data-post={post.id}>
      {isPost && <PostDate day={post.publishedDay} site={site} />}
      <h1 className="title"><Title untitled={site.m.reader.untitled}>{post.title}</Title></h1>
      <Nats post={post} site={site} />
      {isPost && <Byline authors={post.authors} site={site} />}
      <div className="text">
        <Cover post={post} />
        <div className="flow" dangerouslySetInnerHTML={{ __html: renderBody(post.body, post.pictures, site.m.reader, { pictures: post.elsewhere, isOpen: site.picturesElsewhere }) }} />
        <Closing post={post} site={site} />
        <Shelter className="end" />
        <noscript><img src={`/api/views/${post.id}.gif`} alt="" width="1" height="1" /></noscript>
      </div>
      {post.labels.length > 0 && (
        <p className="side small words labels">
          <span className="hidden">{site.m.reader.label}:</span>{' '}
          {post.labels.map((name) => <a href={labelPath(name)} rel="tag" key={name}>{name}</a>)}
        </p>
      )}
      {isPost && <Share post={post} site={site} />}
      {children}
    </article>
  )
}

export function PostDate({ day, site }: { day: number; site: Site }) {
  return (
    <p className="side small date">
      {site.weekday(day)}, <time dateTime={isoDay(day)}>{site.longDate(day)}</time>
    </p>
  )
}
