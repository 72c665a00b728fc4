import { serveCard } from '@/lib/share/serve'

/** `/og/12-0123456789abcdef.jpg`: the picture that messengers show beside a link to a post. */
export async function GET(_: Request, { params }: RouteContext<'/og/[file]'>) {
  return serveCard((await params).file)
}
