import type { Answer, Draft, Intent, Stored } from './draft'

export type Letter = {
  by: number
  key: string
  formerly: string[]
  draft: Draft
  stored: Stored
  intent: Intent
}

/** A page that goes away may leave this much behind to be sent, in bytes. */
const leftBehind = 60_000
/** After this long a send is taken for lost; if it arrived all the same, its key tells. */
const patience = 25_000

/** Sends to the server. Never throws: no answer is an answer too. */
export async function send(letter: Letter, { signal, last = false }: { signal?: AbortSignal; last?: boolean } = {}): Promise<Answer> {
  const body = write(letter)
  const keepalive = last && new TextEncoder().encode(body).length < leftBehind
  const end = new AbortController()
  const timer = setTimeout(() => end.abort(), patience)
  signal?.addEventListener('abort', () => end.abort())
  try {
    const response = await fetch('/api/tulisan', { method: 'POST', headers: { 'content-type': 'application/json' }, body, keepalive, signal: end.signal })
    return await read(response)
  } catch {
    return { ok: false, reason: 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}

/** The post as it stands on the server; null when that cannot be learned now. */
export async function ask(id: number): Promise<Answer | null> {
  try {
    const answer = await read(await fetch(`/api/tulisan?id=${id}`))
    return answer.ok ? answer : null
  } catch {
    return null
  }
}

function write({ by, key, formerly, draft, stored, intent }: Letter): string {
  return JSON.stringify({ ...draft, by, key, formerly, intent, id: stored.id, kind: stored.kind, revision: stored.revision })
}

/** What a proxy or a server that is starting says is no word of ours. */
async function read(response: Response): Promise<Answer> {
  const isOurs = response.headers.get('content-type')?.startsWith('application/json')
  if (!isOurs || response.status === 500 || response.status === 503 || response.status === 429) return { ok: false, reason: 'unreachable' }
  return (await response.json()) as Answer
}
