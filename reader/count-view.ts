import { recall } from './device'

/** How long a page has to be on the screen before somebody has seen it, in ms. */
const seenAfter = 1500

/** Says once that a post was seen; a page that is only prepared, or in a tab behind, was not. */
export function countView(): void {
  const post = Number(document.querySelector<HTMLElement>('[data-post]')?.dataset.post)
  if (!post) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let sent = false

  const watch = () => {
    clearTimeout(timer)
    if (!sent && document.visibilityState === 'visible' && !isPrerendering()) timer = setTimeout(send, seenAfter)
  }
  const send = () => {
    sent = true
    const body = JSON.stringify({ post, staff: recall('teduh.staff') !== null })
    // Outlives the page, as sendBeacon does, and shows in tests as what it is.
    void fetch('/api/views', { method: 'POST', body, keepalive: true, headers: { 'content-type': 'text/plain' } }).catch(() => {})
  }
  document.addEventListener('visibilitychange', watch)
  document.addEventListener('prerenderingchange', watch)
  watch()
}

function isPrerendering(): boolean {
  return (document as Document & { prerendering?: boolean }).prerendering === true
}
