import { changeOwnComment, deleteOwnComment, makeOwnLink, openOwnLink, type OwnComment } from '@/lib/comments/own'
import { withOwnPage, type OwnPage } from '@/lib/comments/own-page'
import { ownChange } from '@/lib/comments/schema'
import { isAppError } from '@/lib/errors'
import { readForm } from '@/lib/read-form'
import { makeReaderPage } from '@/lib/server/made-once'

type Context = RouteContext<'/tautan/komentar/[token]'>

const longestBody = 32 * 1024

/** Somebody's own comment, to be changed or deleted for a quarter of an hour. Looking changes nothing. */
export async function GET(request: Request, { params }: Context) {
  const { token } = await params
  const comment = await openOwnLink(token).catch(orNull)
  if (!comment) return show({ state: 'dead' }, 404)
  return show({ ...opened(token, comment), isSaved: new URL(request.url).searchParams.has('tersimpan') }, 200)
}

/** The token is a secret that no other site knows; a browser that names another site all the same is refused. */
export async function POST(request: Request, { params }: Context) {
  const { token } = await params
  const comment = await openOwnLink(token).catch(orNull)
  const from = request.headers.get('sec-fetch-site') ?? 'same-origin'
  const fields = await readForm(request, longestBody)
  if (!comment || from !== 'same-origin') return show({ state: 'dead' }, comment ? 403 : 404)
  try {
    return fields?.act === 'delete' ? await remove(token, comment) : await change(token, comment, fields ?? {})
  } catch (error) {
    return orNull(error) ?? show({ state: 'dead' }, 404)
  }
}

async function change(token: string, comment: OwnComment, fields: Record<string, unknown>) {
  const input = ownChange.safeParse(fields)
  if (!input.success) {
    const wrong = Object.fromEntries(input.error.issues.map(({ path, message }) => [String(path[0]), message]).reverse())
    const values = { name: String(fields.name ?? ''), body: String(fields.body ?? '') }
    return show({ ...opened(token, comment), wrong, values }, 422)
  }
  const { id } = await changeOwnComment(token, input.data)
  const next = await makeOwnLink(id)
  return new Response(null, { status: 303, headers: { location: next ? `${next.path}?tersimpan=1` : (comment.path ?? '/'), 'referrer-policy': 'no-referrer' } })
}

async function remove(token: string, comment: OwnComment) {
  await deleteOwnComment(token)
  return show({ state: 'deleted', comment }, 200)
}

function opened(token: string, comment: OwnComment): Extract<OwnPage, { state: 'open' }> {
  return { state: 'open', token, comment, isSaved: false, wrong: {}, values: { name: comment.name, body: comment.body } }
}

async function show(page: OwnPage, status: number) {
  const { html, headers } = await makeReaderPage('/komentar/ubah', (make) => withOwnPage(page, make))
  return new Response(html, { status, headers: { ...headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' } })
}

/** A link that opens nothing is no fault of ours. */
function orNull(error: unknown): null {
  if (!isAppError(error)) throw error
  return null
}
