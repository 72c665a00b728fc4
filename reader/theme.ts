import { remember } from './device'

/** What starts this script gives the page the colours that are kept under it (`lib/reader-script.ts`). */
const key = 'teduh.theme'
const themes = ['terang', 'sepia', 'gelap'] as const

/** Three words in the colophon that choose the page's colours; pressing the chosen one again leaves it to the device. */
export function offerThemes(): void {
  const root = document.documentElement
  const words = document.querySelector<HTMLElement>('[data-themes]')
  if (!words) return
  const names = JSON.parse(words.dataset.themes!) as Record<string, string>
  const group = document.createElement('p')
  group.className = 'words'
  group.setAttribute('role', 'group')
  group.setAttribute('aria-label', names.label!)
  const buttons = themes.map((theme) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = names[theme]!
    button.addEventListener('click', () => choose(root.dataset.theme === theme ? null : theme))
    group.append(button, ' ')
    return button
  })
  words.after(group)

  function choose(theme: string | null) {
    if (theme) root.dataset.theme = theme
    else delete root.dataset.theme
    remember(key, theme)
    mark()
  }
  function mark() {
    themes.forEach((theme, i) => buttons[i]!.setAttribute('aria-pressed', String(root.dataset.theme === theme)))
  }
  mark()
}
