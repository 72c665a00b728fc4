import { stringify } from 'csv-stringify/sync'
import { getViewer } from '@/lib/auth'
import { refusal } from '@/lib/api-refusal'
import { isoDay } from '@/lib/clock'
import { dailyRows, type DailyRow } from '@/lib/views/figures'
import { readRange } from '@/lib/views/range'

const columns = ['hari', 'alamat', 'judul', 'pembaca', 'ponsel', 'perangkat_serupa', 'tanpa_skrip']

/** The daily rows of the same range as `/api/figures`, one a post and day, as CSV that spreadsheets open. */
export async function GET(request: Request) {
  const viewer = await getViewer()
  try {
    const { from, to, scope } = await readRange(viewer, new URL(request.url).searchParams)
    const rows = dailyRows(from, to, scope)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        // The mark tells spreadsheets that this is UTF-8.
        controller.enqueue(new TextEncoder().encode(`\uFEFF${stringify([columns])}`))
      },
      async pull(controller) {
        const { value, done } = await rows.next()
        if (done) return controller.close()
        controller.enqueue(new TextEncoder().encode(stringify(value.map(toLine), { escape_formulas: true })))
      },
    })
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="pembaca-${isoDay(from)}-${isoDay(to)}.csv"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return refusal(error, viewer)
  }
}

function toLine({ day, path, title, views, phone, similar, noScript }: DailyRow) {
  return [isoDay(day), path ?? '', title, views, phone, similar, noScript].map(String)
}
