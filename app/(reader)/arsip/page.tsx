import { Book } from '@/components/reader/book'
import { PageHead } from '@/components/reader/page-head'
import { linksOf } from '@/lib/feeds/discovery'
import { shows } from '@/lib/page-cache/render-context'
import { countPostsByYear } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.reader.allPosts, alternates: await linksOf('/arsip') }
}

export default async function ArchivesPage() {
  shows('lists')
  const site = await getSite()
  const years = await countPostsByYear()
  return (
    <Book current="/arsip">
      <div className="sheet"><PageHead title={site.m.reader.allPosts} /></div>
      {years.map(({ year, months, posts }) => (
        <section className="sheet month" aria-labelledby={`t${year}`} key={year}>
          <div className="side">
            <h2 className="head" id={`t${year}`}><a href={`/${year}/`}>{year}</a></h2>
            <p className="small">{site.m.reader.postCount(site.count(posts))}</p>
          </div>
          <ul className="toc rows">
            {months.map(({ month, posts }) => (
              <li key={month}>
                <a href={`/${year}/${String(month).padStart(2, '0')}/`}>
                  <span className="t">{site.monthName(year, month)}</span>{' '}
                  <span className="r">{site.m.reader.postCount(site.count(posts))}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Book>
  )
}
