import type { ReactNode } from 'react'
import { Book } from '@/components/reader/book'
import { PageHead } from '@/components/reader/page-head'
import { Title } from '@/components/reader/title'
import type { Site } from '@/lib/site'

type Props = { title: string; post: { path: string | null; title: string } | null; site: Site; children: ReactNode }

/** What somebody sees after sending a comment: it belongs to one person and is never kept. */
export function AnswerPage({ title, post, site, children }: Props) {
  const m = site.m
  return (
    <Book>
      <section className="sheet">
        <PageHead title={title} />
        {post?.path && (
          <p className="small after-title">
            <a href={post.path}>{m.comments.back}: <Title untitled={m.reader.untitled}>{post.title}</Title></a>
          </p>
        )}
        {children}
      </section>
    </Book>
  )
}
