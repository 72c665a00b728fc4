import { Frame } from '@/components/admin/frame'
import { Press } from '@/components/ui/press'
import { count } from '@/lib/dates'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { countSample, listTouchedSample } from '@/lib/sample/clear'
import { removeSample } from './actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.sample.title }
}

/** What is still there of the sample content, and the press that removes it. */
export default async function SamplePage() {
  const { viewer, locale, m } = await requireViewer()
  onlyIf(can(viewer, 'sample.clear'))
  const [posts, touched] = await Promise.all([countSample(), listTouchedSample()])
  const words = m.sample
  return (
    <Frame place="more">
      <h1>{words.title}</h1>
      {posts === 0 ? (
        <p className="lead">{words.none}</p>
      ) : (
        <>
          <p className="lead">{words.lead(count(posts, locale))} {words.stays}</p>
          {touched.length > 0 && (
            <div className="block">
              <p>{words.touched}</p>
              <ul className="rows">
                {touched.map((post) => (
                  <li key={post.id}>
                    <span>{post.title}</span>
                    <span className="small">{[post.comments > 0 && words.comments(count(post.comments, locale)), post.isChanged && words.changed].filter(Boolean).join(', ')}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div className="after"><Press action={removeSample} values={{}} label={words.remove} sure={words.sure} className="plain danger" /></div>
        </>
      )}
    </Frame>
  )
}
