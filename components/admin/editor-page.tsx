import { dayInZone, isoDay, localInZone, zoneName } from '@/lib/clock'
import { listLabelNames } from '@/lib/labels/queries'
import { picturePath, toPicture } from '@/lib/media/markup'
import { can } from '@/lib/policy'
import { isDayTaken, listAuthors, listPlans, type PostToEdit } from '@/lib/posts/admin-queries'
import { pickContent } from '@/lib/posts/content'
import { emptyContent, type PostKind } from '@/lib/posts/schema'
import { countNotes } from '@/lib/reviews/queries'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import type { Draft, Stored } from './editor/draft'
import { PostEditor } from './editor/post-editor'
import './editor/editor.css'

type Props = { viewer: NonNullable<Viewer>; kind: PostKind; post: PostToEdit | null; date?: string; skip: string }

/** The hour that a new plan starts from: most devotionals are read before work. */
const usualHour = '05:00'

/** The editor with what it needs to know; `post` null begins a new one. */
export async function EditorPage({ viewer, kind, post, date, skip }: Props) {
  const { timeZone, language } = await getSettings()
  const [plans, labels, authors, isTodayTaken, notes] = await Promise.all([
    listPlans(viewer, timeZone), listLabelNames(), can(viewer, 'post.assign') ? listAuthors() : [], isDayTaken(dayInZone(new Date(), timeZone)), post ? countNotes(post.id) : 0,
  ])
  const today = dayInZone(new Date(), timeZone)
  const takenDays = [...plans.filter(({ id }) => id !== post?.id).map(({ day }) => day), ...(isTodayTaken ? [today] : [])]
  return (
    <>
      <a className="skip" href="#isi">{skip}</a>
      <PostEditor
        draft={toDraft(post, viewer, { zone: timeZone, date: date ?? isoDay(firstFree(today, takenDays)), picks: date !== undefined })}
        stored={toStored(post, kind)} may={mayDo(viewer, kind, post)} viewer={{ id: viewer.id, locale: viewer.locale }}
        lang={post?.lang ?? language} zone={{ id: timeZone, name: zoneName(timeZone) }} takenDays={takenDays}
        labels={labels} authors={authors} notes={notes} cover={toCover(post)}
      />
    </>
  )
}

function firstFree(today: number, taken: number[]): number {
  let day = today + 1
  while (taken.includes(day)) day++
  return day
}

function toDraft(post: PostToEdit | null, viewer: NonNullable<Viewer>, { zone, date, picks }: { zone: string; date: string; picks: boolean }): Draft {
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
