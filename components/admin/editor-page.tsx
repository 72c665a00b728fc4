import { dayInZone, isoDay, localInZone, zoneName } from '@/lib/clock'
import { findPostRule } from '@/lib/comments/post-rule'
import { listLabelNames } from '@/lib/labels/queries'
import { picturePath, toPicture } from '@/lib/media/markup'
import { can } from '@/lib/policy'
import { listAuthors, type PostToEdit } from '@/lib/posts/admin-queries'
import { listTakenDays } from '@/lib/posts/calendar-queries'
import { firstFreeDay } from '@/lib/posts/calendar'
import { pickContent } from '@/lib/posts/content'
import { emptyContent, type PostKind } from '@/lib/posts/schema'
import { countNotes } from '@/lib/reviews/queries'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import type { Draft, Stored } from './editor/draft'
import { PostEditor } from './editor/post-editor'
import './editor/editor.css'

type Props = { viewer: NonNullable<Viewer>; kind: PostKind; post: PostToEdit | null; date?: string; skip: string }

/** The editor with what it needs to know; `post` null begins a new one. */
export async function EditorPage({ viewer, kind, post, date, skip }: Props) {
  const { timeZone, language, usualHour } = await getSettings()
  const [takenDays, labels, authors, notes] = await Promise.all([
    listTakenDays(dayInZone(new Date(), timeZone), timeZone, post?.id), listLabelNames(), can(viewer, 'post.assign') ? listAuthors() : [], post ? countNotes(post.id) : 0,
  ])
  const commentRule = kind === 'page' ? null : post ? await findPostRule(post.id) : { rule: null, close: null }
  const today = dayInZone(new Date(), timeZone)
  return (
    <>
      <a className="skip" href="#isi">{skip}</a>
      <PostEditor
        draft={toDraft(post, viewer, { zone: timeZone, usualHour, date: date ?? isoDay(firstFreeDay(today + 1, takenDays)), picks: date !== undefined })}
        stored={toStored(post, kind)} may={mayDo(viewer, kind, post)} viewer={{ id: viewer.id, locale: viewer.locale }}
        lang={post?.lang ?? language} zone={{ id: timeZone, name: zoneName(timeZone) }} takenDays={takenDays}
        labels={labels} authors={authors} notes={notes} cover={toCover(post)} commentRule={commentRule}
      />
    </>
  )
}

function toDraft(post: PostToEdit | null, viewer: NonNullable<Viewer>, { zone, usualHour, date, picks }: { zone: string; usualHour: string; date: string; picks: boolean }): Draft {
  const { labels, ...content } = post ? pickContent(post) : emptyContent
  const planned = post?.status === 'scheduled' && post.scheduledAt ? localInZone(post.scheduledAt, zone) : null
  return {
    ...content,
    labels: labels.join(', '),
    authorId: post?.authorId ?? viewer.id,
    when: planned || picks ? 'pick' : 'now',
    date: planned?.slice(0, 10) ?? date,
    time: planned?.slice(11) ?? usualHour,
  }
}

function toStored(post: PostToEdit | null, kind: PostKind): Stored {
  if (!post) return { id: null, kind, status: 'draft', trashedFrom: null, revision: 0, path: null, publishedAt: null, scheduledAt: null, isAhead: false }
  const { id, status, trashedFrom, revision, path, isAhead } = post
  return { id, kind, status, trashedFrom, revision, path, isAhead, publishedAt: post.publishedAt?.toISOString() ?? null, scheduledAt: post.scheduledAt?.toISOString() ?? null }
}

function mayDo(viewer: NonNullable<Viewer>, kind: PostKind, post: PostToEdit | null) {
  const thing = { authorId: post?.authorId ?? viewer.id, coauthors: post?.coauthors, status: post?.trashedFrom ?? post?.status ?? 'draft' }
  const assign = can(viewer, 'post.assign')
  if (kind === 'page') {
    const edit = can(viewer, 'page.edit')
    return { edit, publish: edit, trash: edit, assign }
  }
  return { edit: can(viewer, 'post.edit', thing), publish: can(viewer, 'post.publish', thing), trash: can(viewer, 'post.trash', thing), assign }
}

function toCover(post: PostToEdit | null) {
  if (!post?.cover) return null
  const { id, width, height, widths } = toPicture(post.cover)
  return { id, width, height, src: picturePath(id, widths[0]!) }
}
