import { recall } from './device'
import { doneToday } from './today'

/** How long a page has to be on the screen before somebody has seen it, in ms. */
const seenAfter = 1500

type Hints = { model?: string; platformVersion?: string }
type AgentData = { getHighEntropyValues: (hints: string[]) => Promise<Hints> }

/** Says once that a post was seen; a page that is only prepared, or in a tab behind, was not. */
export function countView(): void {
  const post = Number(document.querySelector<HTMLElement>('[data-post]')?.dataset.post)
  if (!post) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let sent = false

  const watch = () => {
    clearTimeout(timer)
    if (!sent && document.visibilityState === 'visible' && !isPrerendering()) timer = setTimeout(() => void send(), seenAfter)
  }
  const send = async () => {
    sent = true
    const { model = '', platformVersion = '' } = await hints()
    const today = doneToday('teduh.read')
    const hit = {
      post, staff: recall('teduh.staff') !== null, first: !today.has(String(post)),
      model: model.slice(0, 100), system: platformVersion.slice(0, 50), from: from(),
    }
    // Outlives the page, as sendBeacon does, and shows in tests as what it is.
    const answer = await fetch('/api/views', { method: 'POST', body: JSON.stringify(hit), keepalive: true, headers: { 'content-type': 'text/plain' } }).catch(() => null)
    if (answer?.ok) today.add(String(post))
  }
  document.addEventListener('visibilitychange', watch)
  document.addEventListener('prerenderingchange', watch)
  watch()
}

/** Chrome says "Android 10; K" of every phone; these tell two of them apart. */
export async function hints(): Promise<Hints> {
  const data = (navigator as Navigator & { userAgentData?: AgentData }).userAgentData
  return (await data?.getHighEntropyValues(['model', 'platformVersion']).catch(() => null)) ?? {}
}

/** Only the host of where the reader came from, and only if it is another one. */
function from(): string {
  try {
    const { hostname } = new URL(document.referrer)
    return hostname === location.hostname ? '' : hostname
  } catch {
    return ''
  }
}

function isPrerendering(): boolean {
  return (document as Document & { prerendering?: boolean }).prerendering === true
}
