import { sayAmin } from '@/lib/amin/commands'
import { aminInput } from '@/lib/amin/schema'
import { commentPagePath } from '@/lib/comments/page-path'
import { findThreadPage } from '@/lib/comments/queries'
import { env } from '@/lib/env'
import { messages } from '@/lib/i18n/messages'
import { readForm } from '@/lib/read-form'
import { getSettings } from '@/lib/settings/queries'
import { factsFrom } from '@/lib/views/facts'

const longestBody = 1024

/** A reader's amin, from the form (back to where it was said) or from its script (the new count as JSON). */
export async function POST(request: Request) {
  const header = (name: string) => request.headers.get(name) ?? ''
  const input = aminInput.safeParse(await readForm(request, longestBody))
  if (!input.success) return refuse(400, 'unreadable')
  const { result, count, place } = await sayAmin(input.data, factsFrom(header, header('x-teduh-address')), env.SITE_URL)
  if (result === 'cross-site') return refuse(403, 'origin')
  if (!place) return refuse(404, 'gone')
  // Whether it was counted is not said: who is taken for a robot need not learn it.
  if (header('accept').includes('application/json')) return Response.json({ count })
  return new Response(null, { status: 303, headers: { location: await wayBack(place) } })
}

type Place = NonNullable<Awaited<ReturnType<typeof sayAmin>>['place']>

/** To the note that says so, or to the comment, on whichever page it stands. */
async function wayBack({ postId, path, comment }: Place): Promise<string> {
  if (comment === null) return `${path}#amin-tercatat`
  const { commentsOrder: order, commentsPerPage: perPage } = await getSettings()
  const page = await findThreadPage(postId, comment, { order, perPage })
  return `${commentPagePath(path, page ?? 1)}#c${comment}`
}

async function refuse(status: number, reason: 'unreadable' | 'origin' | 'gone') {
  const { amin } = messages((await getSettings()).language)
  return new Response(amin.wrong[reason], { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
