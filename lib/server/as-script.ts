import { compress } from '@/lib/page-cache/compress'
import type { Reply } from './send'

/**
 * A JSON answer as a script that hands it to a function (JSONP), as sidebar scripts of Blogger blogs ask for it.
 * The comment in front keeps the answer from being read as anything that begins with the function's name.
 *
 * @param callback checked by `canonicalAddress`
 */
export async function asScript(reply: Reply, callback: string): Promise<Reply> {
  if (reply.status !== 200 || !reply.headers['content-type']?.startsWith('application/json')) return reply
  // Line separators may stand in JSON, but for long not in scripts.
  const json = reply.bodies.identity.toString().replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')
  const { 'last-modified': _, ...headers } = reply.headers
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'text/javascript; charset=utf-8' },
    bodies: await compress(Buffer.from(`/**/${callback}(${json});\n`)),
  }
}
