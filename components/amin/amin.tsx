import { sumAmins } from '@/lib/amin/queries'
import { aminTag } from '@/lib/amin/changed'
import { shows } from '@/lib/page-cache/render-context'
import type { Site } from '@/lib/site'

/** The form by which readers say amin to a post, and by its buttons elsewhere on the page to comments. */
export async function Amin({ postId, site }: { postId: number; site: Site }) {
  shows(aminTag(postId))
  const { amin: m } = site.m
  return (
    <form className="amin small" method="post" action="/api/amin" id="amin" data-unsent={m.unsent}>
      <AminButton name="post" id={postId} count={await sumAmins({ kind: 'post', id: postId })} site={site} />
      {/* Where the answer without script leads; without having been there it is not shown. */}
      <span className="noted" id="amin-tercatat" role="status">{m.noted}</span>
    </form>
  )
}

type Props = { name: 'post' | 'comment'; id: number; count: number; site: Site; about?: string }

/** One form for the whole page: a button each with its own would make long threads heavy. */
export function AminButton({ name, id, count, site, about }: Props) {
  const { amin: m } = site.m
  return (
    <button className={name === 'post' ? 'say' : 'reply small'} form="amin" name={name} value={id}>
      {m.say}{about && <span className="hidden"> {m.to(about)}</span>}
      <span data-count>{count > 0 && ` · ${site.count(count)}`}</span>
    </button>
  )
}
