import { getViewer } from '@/lib/auth'
import { refusal } from '@/lib/api-refusal'
import { exportPerson } from '@/lib/people-data/commands'

/** Everything of whoever wrote `?komentar=<id>`, as a file to give to them. */
export async function GET(request: Request) {
  const viewer = await getViewer()
  try {
    const data = await exportPerson(viewer, { commentId: Number(new URL(request.url).searchParams.get('komentar')) || 0 })
    return new Response(`${JSON.stringify(data, null, 2)}\n`, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="data-pembaca.json"',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return refusal(error, viewer)
  }
}
