import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { isPublic } from '@/lib/posts/queries'
import { putSetting } from '@/lib/settings/commands'
import { getSettings } from '@/lib/settings/queries'

/** What the hub was told last; no setting that anybody changes. */
const toldKey = 'feedHubTold'
const patience = 10_000
/** After a failure, how long it is left in peace. */
const rest = 5 * 60_000
let restUntil = 0

/** Tells the WebSub hub, if the owner has named one, that the feeds have changed since it was told last. For the clock. */
export async function tellHub(now = new Date()): Promise<void> {
  const { feedHub } = await getSettings()
  if (!feedHub || now.getTime() < restUntil) return
  const state = JSON.stringify([feedHub, await newestChange()])
  const told = await db.setting.findUnique({ where: { key: toldKey }, select: { value: true } })
  if (told?.value === JSON.stringify(state)) return
  const base = `${env.SITE_URL}/feeds/posts/default`
  const failed = await ping(feedHub, [base, `${base}?alt=rss`, `${base}?alt=jsonfeed`])
  if (failed) {
    restUntil = now.getTime() + rest
    return log.warn({ why: failed }, 'the WebSub hub could not be told')
  }
  await transact(async (tx) => putSetting(tx, toldKey, state))
}

/** Changes whenever a public post comes, goes or is edited. */
async function newestChange() {
  const where = { kind: 'post', ...isPublic } as const
  const [newest, total] = await Promise.all([
    db.post.findFirst({ where, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], select: { id: true, updatedAt: true } }),
    db.post.count({ where }),
  ])
  return { newest, total }
}

/** What went wrong, in a word; null when the hub took it. */
async function ping(hub: string, topics: string[]): Promise<string | null> {
  const body = new URLSearchParams([['hub.mode', 'publish'], ...topics.flatMap((topic) => [['hub.url', topic]])] as [string, string][])
  try {
    const answer = await fetch(hub, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    await answer.body?.cancel()
    return answer.ok ? null : `status ${answer.status}`
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown'
  }
}
