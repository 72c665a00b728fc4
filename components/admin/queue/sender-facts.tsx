import type { Route } from 'next'
import Link from 'next/link'
import { blockWriterOf, trustDevice } from '@/app/(admin)/admin/komentar/actions'
import { Press } from '@/components/ui/press'
import type { QueuedComment } from '@/lib/comments/queue'
import { count } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'

type Props = { comment: QueuedComment; words: Messages['moderation']; locale: string }

/** What is known of whoever sent a comment, and how to keep them out. */
export function SenderFacts({ comment, words, locale }: Props) {
  const { id, name, device, hasAddress } = comment
  const about = words.by(name)
  return (
    <details className="sender">
      <summary className="small">{words.sender}<span className="hidden">, {about}</span></summary>
      {device && (
        <div className="row">
          <p className="small">{device.isRevoked ? words.deviceRevoked : words.device(count(device.approved, locale))}</p>
          <Link className="plain bare" href={`/admin/komentar?perangkat=${device.id}` as Route} prefetch={false}>{words.fromDevice}</Link>
          <Press action={trustDevice} values={{ id, trust: device.isRevoked ? 'yes' : 'no' }} label={device.isRevoked ? words.trustAgain : words.revoke} about={about} />
        </div>
      )}
      <div className="row">
        {hasAddress && <Link className="plain bare" href={`/admin/komentar?alamat=${id}` as Route} prefetch={false}>{words.fromAddress}</Link>}
        {hasAddress && <Press action={blockWriterOf} values={{ id, kind: 'address' }} label={words.block.address} about={about} />}
        <Link className="plain bare" href={`/admin/komentar/orang?komentar=${id}` as Route} prefetch={false}>{words.everything}</Link>
        <Press action={blockWriterOf} values={{ id, kind: 'name' }} label={words.block.name} about={name} />
      </div>
    </details>
  )
}
