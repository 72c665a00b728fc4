import { labelPath } from '@/lib/addresses/canonical'
import { countPostsByYear, listLabelsInUse } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'

const labelsShown = 12

/** Years and the most used labels, as rows of quiet words at the end of the front page. */
export async function Index({ site }: { site: Site }) {
  const [years, labels] = await Promise.all([countPostsByYear(), listLabelsInUse()])
  const most = [...labels].sort((a, b) => b.posts - a.posts).slice(0, labelsShown)
  const { m } = site
  return (
    <>
      {years.length > 0 && (
        <section className="sheet index" aria-labelledby="arsip">
          <h2 className="side head" id="arsip">{m.reader.archive}</h2>
          <p className="small words">{years.map(({ year }) => <a href={`/${year}/`} key={year}>{year}</a>)}</p>
        </section>
      )}
      {most.length > 0 && (
        <section className="sheet index" aria-labelledby="label">
          <h2 className="side head" id="label">{m.reader.label}</h2>
          <p className="small words">
            {most.sort((a, b) => a.name.localeCompare(b.name, site.language)).map(({ name }) => (
              <a href={labelPath(name)} key={name}>{name}</a>
            ))}
            {labels.length > labelsShown && <a href="/label">{m.reader.labels}</a>}
          </p>
        </section>
      )}
    </>
  )
}
