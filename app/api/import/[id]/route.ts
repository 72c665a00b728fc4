import { refusal } from '@/lib/api-refusal'
import { getViewer } from '@/lib/auth'
import { AppError } from '@/lib/errors'
import { findRun } from '@/lib/import/queries'

/** How far a run is, for the page that shows it. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const viewer = await getViewer()
  try {
    const run = await findRun(viewer, Number((await params).id) || 0)
    if (!run) throw new AppError('not_found')
    const { state, readKiB, sizeKiB, progress } = run
    return Response.json({ state, readKiB, sizeKiB, progress, isEnded: run.endedAt !== null }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return refusal(error, viewer)
  }
}
