import type { Answer, OtherSave, Stored } from '@/components/admin/editor/draft'
import { getViewer } from '@/lib/auth'
import { env } from '@/lib/env'
import { isAppError, type AppError } from '@/lib/errors'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { log } from '@/lib/log'
import { findStanding } from '@/lib/posts/admin-queries'
import { carryOut } from '@/lib/posts/carry-out'
import { editorForm, readPause, type EditorForm } from '@/lib/posts/editor-form'
import type { SavedPost } from '@/lib/posts/stored'
import { readForm } from '@/lib/read-form'
import { isSameOrigin } from '@/lib/same-origin'
import type { Viewer } from '@/lib/viewer'

const longestBody = 4 * 1024 * 1024

/**
 * What an open editor sends: a pause, or a press of one of its buttons. A handler with a lasting address, since a
 * server action's id changes with every build, while an editor may be open, or offline, for days.
 */
export async function POST(request: Request) {
  const viewer = await getViewer()
  const { errors } = messages(toLocale(viewer?.locale))
  const say = (reason: string) => errors[reason] ?? errors.invalid!
  if (!isSameOrigin(request.headers, env.SITE_URL)) return answer({ ok: false, message: say('forbidden') }, 403)
  const body = await readForm(request, longestBody)
  if (!body) return answer({ ok: false, message: say('invalid') }, 400)
  // Whoever signed in since is not the one who wrote this.
  if (!viewer || body.by !== viewer.id) return answer({ ok: false, reason: 'signed_out' }, 401)
  const { input, wrong } = readPause(body)
  const form = editorForm.safeParse(input)
  if (!form.success) {
    const fields = Object.fromEntries(form.error.issues.map((issue) => [String(issue.path[0]), say(issue.message)]).reverse())
    return answer({ ok: false, message: say('invalid'), fields }, 422)
  }
  return store(viewer, form.data, Object.fromEntries(Object.entries(wrong).map(([field, reason]) => [field, say(reason)])))
}

/** The post as it stands, for an editor that was in the background. */
export async function GET(request: Request) {
  const viewer = await getViewer()
  if (!viewer) return answer({ ok: false, reason: 'signed_out' }, 401)
  const standing = await findStanding(viewer, Number(new URL(request.url).searchParams.get('id')) || 0)
  return standing ? answer({ ok: true, stored: toStored(standing.post), other: toOther(standing) }) : answer({ ok: false }, 404)
}

async function store(viewer: NonNullable<Viewer>, form: EditorForm, fields: Record<string, string>) {
  const begun: { post?: SavedPost } = {}
  try {
    const done = await carryOut(viewer, form, begun)
    return answer({ ok: true, stored: toStored(done), at: new Date().toISOString(), fields })
  } catch (error) {
    if (isAppError(error)) return refuse(viewer, error, form, begun.post)
    log.error({ err: error }, 'a post could not be stored')
    return answer({ ok: false, message: messages(toLocale(viewer.locale)).errors.unexpected }, 500)
  }
}

async function refuse(viewer: NonNullable<Viewer>, error: AppError, form: EditorForm, begun?: SavedPost) {
  const { errors } = messages(toLocale(viewer.locale))
  const say = (reason: string) => errors[reason] ?? errors[error.code] ?? errors.invalid!
  const fields = Object.fromEntries(Object.entries(error.fields).map(([field, reason]) => [field, say(reason)]))
  const said: Answer = { ok: false, message: say(error.reason), fields, stored: begun && toStored(begun) }
  const standing = error.reason === 'post.changed' && form.id !== null ? await findStanding(viewer, form.id) : null
  return answer(standing ? { ...said, reason: 'conflict', stored: toStored(standing.post), other: toOther(standing) } : said, error.status)
}

function answer(body: Answer, status = 200) {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

function toStored({ publishedAt, scheduledAt, slug: _, ...post }: SavedPost): Stored {
  const { id, kind, status, trashedFrom, revision, path, isAhead } = post
  return { id, kind, status, trashedFrom, revision, path, isAhead, publishedAt: publishedAt?.toISOString() ?? null, scheduledAt: scheduledAt?.toISOString() ?? null }
}

function toOther({ post, content, name, at }: NonNullable<Awaited<ReturnType<typeof findStanding>>>): OtherSave {
  return { revision: post.revision, name, at: at.toISOString(), draft: { ...content, labels: content.labels.join(', '), authorId: post.authorId } }
}
