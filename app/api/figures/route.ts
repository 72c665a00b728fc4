import { getViewer } from '@/lib/auth'
import { isoDay } from '@/lib/clock'
import { refusal } from '@/lib/api-refusal'
import { figuresOf } from '@/lib/views/figures'
import { readRange } from '@/lib/views/range'

/** The figures of `?hari=7|30|365` or `?dari=…&sampai=…`, of one `?post=`, as JSON; days as 2026-11-24. */
export async function GET(request: Request) {
  const viewer = await getViewer()
  try {
    const { from, to, scope } = await readRange(viewer, new URL(request.url).searchParams)
    const { perDay, ...rest } = await figuresOf(from, to, scope)
    const days = perDay.map(({ day, views }) => ({ day: isoDay(day), views }))
    return Response.json({ ...rest, from: isoDay(from), to: isoDay(to), perDay: days }, { headers: { 'cache-control': 'private, no-store' } })
  } catch (error) {
    return refusal(error, viewer)
  }
}
