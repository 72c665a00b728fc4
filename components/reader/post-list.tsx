import { pictureAttributes } from '@/lib/media/markup'
import type { Author, PostPage } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'
import { Book } from './book'
import { PageHead } from './page-head'
import { Pager } from './pager'
import { Toc } from './toc'

type Props = {
  title: string
  side?: string
  list: PostPage
  site: Site
  href: (page: number) => string
  /** A quiet link after the count. */
  also?: { href: string; title: string }
  about?: Pick<Author, 'bio' | 'picture'>
}

/** The page of a label, a month, an author: a heading, then the posts month by month. */
export function PostList({ title, side, list, site, href, about, also }: Props) {
  const { m, count } = site
  return (
    <Book>
      <header className="sheet">
        <PageHead title={title} side={side} />
        <div className="after-title">
          {about?.picture && <img className="portrait" {...pictureAttributes(about.picture, '7rem')} alt={about.picture.alt} />}
          {about?.bio && <p>{about.bio}</p>}
          <p className="small">{list.total ? m.reader.postCount(count(list.total)) : m.reader.emptyHere}{also && list.total > 3 && <> · <a href={also.href}>{also.title}</a></>}</p>
        </div>
      </header>
      <Toc posts={list.posts} site={site} title={title} />
      <Pager list={list} site={site} href={href} />
    </Book>
  )
}
