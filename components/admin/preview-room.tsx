import type { Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { share, revoke } from '@/app/(admin)/admin/tulisan/revision-actions'
import { Title } from '@/components/reader/title'
import { Press } from '@/components/ui/press'
import { dateAndTime } from '@/lib/dates'
import { findPostToEdit } from '@/lib/posts/admin-queries'
import { lifetimes } from '@/lib/preview-links/commands'
import { listOpenLinks } from '@/lib/preview-links/queries'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'
import { Frame } from './frame'
import { PreviewFrame } from './preview-frame'
import { ShareForm } from './share-form'
import './post.css'

/** A post as its readers will see it, at both widths, and the links by which others may look. */
export async function PreviewRoom({ id, folder }: { id: string; folder: 'tulisan' | 'halaman' }) {
  const { viewer, locale, m: { preview: m, posts } } = await requireViewer()
  const post = /^[1-9]\d{0,8}$/.test(id) ? await findPostToEdit(viewer, Number(id)) : null
  if (!post) notFound()
  const [links, { timeZone }] = await Promise.all([listOpenLinks(viewer, post.id), getSettings()])
  return (
    <Frame place={folder === 'tulisan' ? 'posts' : 'more'}>
      <p><Link className="plain bare back" href={`/admin/${folder}/${post.id}` as Route}>‹ {m.back}</Link></p>
      <h1><Title untitled={posts.untitled}>{post.title}</Title></h1>
      <p className="lead">{m.lead}</p>
      <PreviewFrame src={`/pratinjau/${post.id}`} words={{ widths: m.widths, phone: m.phone, desktop: m.desktop, frame: m.frame, alone: m.alone }} />
      {post.status !== 'trashed' && (
        <section className="block" aria-labelledby="bagikan">
          <h2 id="bagikan">{m.share}</h2>
          <p className="lead">{m.shareLead}</p>
          <ShareForm action={share} id={post.id} words={{ days: m.days, make: m.make, making: m.making }} lifetimes={lifetimes.map((days) => ({ days, name: m.lifetimes[days]! }))} />
          {links.length > 0 && (
            <>
              <h3>{m.open}</h3>
              <ul className="rows">
                {links.map((link) => (
                  <li key={link.id}>
                    <span>{m.until(dateAndTime(link.expiresAt, locale, timeZone))} <span className="small">{link.by && m.by(link.by)}</span></span>
                    <Press action={revoke} label={m.revoke} values={{ id: link.id }} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
    </Frame>
  )
}
