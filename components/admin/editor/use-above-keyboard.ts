import { useEffect, type RefObject } from 'react'

/** Lifts what is fixed to the bottom of the screen above a phone's keyboard where the browser does not (iOS). */
export function useAboveKeyboard(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const view = window.visualViewport
    if (!view) return
    const lift = () => {
      const hidden = Math.max(0, window.innerHeight - view.height - view.offsetTop)
      element.current?.style.setProperty('--keyboard', `${hidden}px`)
    }
    view.addEventListener('resize', lift)
    view.addEventListener('scroll', lift)
    return () => {
      view.removeEventListener('resize', lift)
      view.removeEventListener('scroll', lift)
    }
  }, [element])
}
