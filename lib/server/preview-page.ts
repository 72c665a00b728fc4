import type { PostView } from '@/lib/posts/queries'
import { withPreviewed } from '@/lib/posts/previewed'
import { makeReaderPage } from './made-once'

type How = {
  /** Where its pictures are; those of a draft are nobody else's to see. */
  media?: string
  /** Whether a page of ours may show it in a frame. */
  isFramed?: boolean
}

/** For one person, at one moment: neither kept nor listed, and where it leads does not learn its address. */
const privately = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' }

/** A post exactly as readers get their pages, but for what counts a view. */
export async function previewPage(post: PostView, { media, isFramed }: How = {}): Promise<Response> {
  const page = await makeReaderPage('/pratinjau/halaman', (make) => withPreviewed(post, make))
  const html = media ? page.html.replaceAll(/(["\s,])\/media\/(?=\d)/g, `$1${media}/`) : page.html
  const policy = page.headers['content-security-policy']!
  const { 'speculation-rules': _, ...headers } = page.headers
  return new Response(uncounted(html), {
    headers: { ...headers, ...privately, 'content-security-policy': isFramed ? policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'") : policy },
  })
}

/** The same for every link that leads nowhere, whatever the reason. */
export async function noPreview(): Promise<Response> {
  const page = await makeReaderPage('/tidak-ada', (make) => make())
  const { 'speculation-rules': _, ...headers } = page.headers
  return new Response(uncounted(page.html), { status: 404, headers: { ...headers, ...privately } })
}

/** Without the readers' script, and without the picture that counts where there is no script. */
function uncounted(html: string): string {
  return html.replace(/<script\b[^>]*\ssrc=[^>]*><\/script>/gi, '').replace(/<noscript><img src="\/api\/views\/[^>]*><\/noscript>/gi, '')
}
