import { db } from '@/lib/db/client'
import { barePolicy } from './security-headers'
import type { Reply } from './send'

const patience = 1000

/**
 * 200 while readers are served, which they are from memory without a database too; `database` says how it is.
 * 503 once the server is stopping, so that a proxy sends nobody new.
 */
export async function health(isStopping: boolean): Promise<Reply> {
  const status = isStopping ? 'stopping' : 'ok'
  const body = JSON.stringify({ status, database: (await isDatabaseThere()) ? 'ok' : 'gone' })
  return {
    status: isStopping ? 503 : 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': barePolicy,
      'x-robots-tag': 'noindex',
    },
    bodies: { identity: Buffer.from(`${body}\n`) },
  }
}

async function isDatabaseThere(): Promise<boolean> {
  const asked = db.setting.count().then(
    () => true,
    () => false,
  )
  const tired = new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref())
  return Promise.race([asked, tired])
}
