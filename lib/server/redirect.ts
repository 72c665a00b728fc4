import { barePolicy } from './security-headers'
import type { Reply } from './send'

/** Sends somebody to another address; the body is for eyes that do not follow. */
export function redirectTo(location: string, status: number): Reply {
  const headers = {
    location,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'public, max-age=0, must-revalidate',
    'content-security-policy': barePolicy,
  }
  return { status, headers, bodies: { identity: Buffer.from(`${location}\n`) } }
}
