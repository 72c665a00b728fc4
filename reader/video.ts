/** A video is a link until it is pressed; only then is YouTube asked for anything, and it sets no cookie. */
export function playVideos(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('[data-youtube]')) {
    figure.querySelector('a')?.addEventListener('click', (event) => {
      // In a new tab, as was wished.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
      event.preventDefault()
      const link = event.currentTarget as HTMLElement
      const player = document.createElement('iframe')
      player.src = `https://www.youtube-nocookie.com/embed/${figure.dataset.youtube}?autoplay=1`
      player.title = link.textContent!
      player.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
      player.allowFullscreen = true
      link.replaceWith(player)
      player.focus()
    })
  }
}
