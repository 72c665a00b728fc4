/** On the page of an address that leads nowhere: posts with words of that address. */
export async function suggest(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-suggest]')
  if (!place) return
  const answer = await fetch(`/api/saran?alamat=${encodeURIComponent(location.pathname)}`)
  if (!answer.ok) return
  const posts = (await answer.json()) as { path: string; title: string }[]
  const list = place.querySelector('ul')!
  for (const { path, title } of posts) {
    const link = document.createElement('a')
    link.href = path
    link.textContent = title || path
    list.appendChild(document.createElement('li')).append(link)
  }
  place.hidden = !posts.length
}
