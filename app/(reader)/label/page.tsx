import { Book } from '@/components/reader/book'
import { PageHead } from '@/components/reader/page-head'
import { labelPath } from '@/lib/addresses/canonical'
import { linksOf } from '@/lib/feeds/discovery'
import { listLabelsInUse } from '@/lib/posts/queries'
import { shows } from '@/lib/page-cache/render-context'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.reader.allLabels, alternates: await linksOf('/label') }
}

export default async function LabelsPage() {
  shows('lists', 'labels')
  const site = await getSite()
  const labels = await listLabelsInUse()
  return (
    <Book current="/label">
      <section className="sheet">
        <PageHead title={site.m.reader.allLabels} />
        <ul className="toc rows">
          {labels.map(({ name, posts }) => (
            <li key={name}>
              <a href={labelPath(name)}>
                <span className="t">{name}</span> <span className="r">{site.m.reader.postCount(site.count(posts))}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Book>
  )
}
