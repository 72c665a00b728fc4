export const dynamic = 'force-dynamic'

/** Nobody may sell advertisements here: the line by which the standard says so. Blogger's address goes on answering. */
export function GET() {
  return new Response('placeholder.example.com, placeholder, DIRECT, placeholder\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
