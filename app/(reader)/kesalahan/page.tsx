import { Book } from '@/components/reader/book'
import { PageHead } from '@/components/reader/page-head'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.reader.failed.title, robots: { index: false } }
}

/** What server.ts answers, under status 500, when a page could not be made. */
export default async function FailedPage() {
  const site = await getSite()
  return (
    <Book>
      <section className="sheet">
        <PageHead title={site.m.reader.failed.title} />
        <p className="lead">{site.m.reader.failed.why}</p>
        <p><a href="/">{site.m.reader.failed.home}</a></p>
      </section>
    </Book>
  )
}
