import type { Route } from 'next'
import Link from 'next/link'
import { BlockForm } from '@/components/admin/queue/block-form'
import { Frame } from '@/components/admin/frame'
import { Press } from '@/components/ui/press'
import { listBlocks } from '@/lib/comments/queue'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { unblock } from '../actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.moderation.block.title }
}

/** Names, words and addresses that are kept out. */
export default async function BlocksPage() {
  const { viewer, m } = await requireViewer()
  onlyIf(can(viewer, 'comment.block'))
  const blocks = await listBlocks(viewer)
  const words = m.moderation
  const told = ({ kind, value }: (typeof blocks)[number]) => (kind === 'address' ? words.block.hash(value.slice(0, 8)) : value)
  return (
    <Frame place="comments">
      <p className="small"><Link className="plain bare back" href={'/admin/komentar' as Route} prefetch={false}>‹ {words.inContext.back}</Link></p>
      <h1>{words.block.title}</h1>
      <p className="lead">{words.block.lead}</p>
      <BlockForm words={words.block} />
      {blocks.length === 0 && <p className="after">{words.block.none}</p>}
      {blocks.length > 0 && (
        <ul className="rows">
          {blocks.map((block) => (
            <li key={block.id}>
              <p>{words.block.kinds[block.kind]}: <b><bdi>{told(block)}</bdi></b></p>
              <Press action={unblock} values={{ id: block.id }} label={words.block.remove} about={told(block)} />
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}
