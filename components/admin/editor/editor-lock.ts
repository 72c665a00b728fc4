/** How long a page that is going away may still hold its lock, in ms. */
const patience = 2000

/**
 * Holds an editor's name while this page lives, so that no other takes its text for left behind.
 * @returns lets go of it; null when another page holds it
 */
export async function holdEditor(editor: string): Promise<(() => void) | null> {
  // Only over HTTPS or at home; elsewhere whoever comes takes the text over, and the server sorts it out.
  if (!navigator.locks) return () => {}
  return new Promise((resolve) => {
    const held = () => new Promise<void>((release) => resolve(() => release()))
    navigator.locks.request(`teduh.editor.${editor}`, { signal: AbortSignal.timeout(patience) }, held).catch(() => resolve(null))
  })
}

/** A name that no other editor has, on any device. */
export function newEditorName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
