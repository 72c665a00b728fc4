import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { MediaRecordings } from '@/components/admin/media-recordings'
import { MediaReplace } from '@/components/admin/media-replace'
import { MediaUpload } from '@/components/admin/media-upload'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Press } from '@/components/ui/press'
import { listMedia, type MediaItem } from '@/lib/media/queries'
import { listRecordings } from '@/lib/media/recordings'
import { can } from '@/lib/policy'
import { pageNumber } from '@/lib/posts/params'
import { requireViewer } from '@/lib/require-viewer'
import { describe, remove } from './actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.media.title }
}

/** The library: every picture once, with what it shows and where it is used. */
export default async function MediaPage({ searchParams }: PageProps<'/admin/media'>) {
  const { viewer, m } = await requireViewer()
  const [list, recordings] = await Promise.all([searchParams.then((params) => listMedia(viewer, pageNumber(params))), listRecordings(viewer)])
  const words = m.media
  const used = (item: MediaItem) => item.used.map(({ id, title, kind }, i) => (
    <span key={id}>{i > 0 && ', '}<Link href={`/admin/${kind === 'page' ? 'halaman' : 'tulisan'}/${id}` as '/admin'} prefetch={false}>{title || '…'}</Link></span>
  ))
  return (
    <Frame place="more">
      <h1>{words.title}</h1>
      <MediaUpload words={words.uploads} />
      {list.media.length === 0 && <p className="lead">{words.none}</p>}
      <ul className="library">
        {list.media.map((item) => (
          <li key={item.id}>
            <img src={item.src} width={item.width} height={item.height} alt={item.alt} loading="lazy" />
            <div>
              <p className="small">{item.isUsed ? <>{words.usedIn} {used(item)}</> : words.unused}</p>
              {can(viewer, 'media.edit', item) && (
                <>
                  <Form action={describe} submit={m.admin.save} sending={m.admin.saving}>
                    <input type="hidden" name="id" value={item.id} />
                    <TextField name="alt" label={words.alt} hint={words.altHint} defaultValue={item.alt} rows={2} maxLength={300} />
                  </Form>
                  <MediaReplace id={item.id} about={item.alt || item.filename} words={{ replace: words.replace, replacing: words.replacing, replaced: words.replaced, failed: words.failed, large: words.uploads.largePicture, hint: words.replaceHint }} />
                  {!item.isUsed && <Press action={remove} values={{ id: item.id }} label={words.remove} sure={words.sure} />}
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {list.pages > 1 && (
        <nav className="pages small">
          {list.page > 1 ? <Link href={`/admin/media?page=${list.page - 1}`} prefetch={false}>‹ {m.reader.newerPosts}</Link> : <span />}
          {list.page < list.pages && <Link href={`/admin/media?page=${list.page + 1}`} prefetch={false}>{m.reader.olderPosts} ›</Link>}
        </nav>
      )}
      {list.page === 1 && <MediaRecordings recordings={recordings} words={words} viewer={viewer} />}
    </Frame>
  )
}
