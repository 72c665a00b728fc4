import { createHash } from 'node:crypto'

/** Goes up when the picture is drawn in another way. */
const drawing = 1

type Drawn = { id: number; title: string; natsRef: string; coverId: number | null }

/** Changes with what the picture says, and with nothing else, so that it may be kept for long. */
export function cardName({ id, title, natsRef, coverId }: Drawn, siteName: string): string {
  const hash = createHash('sha256').update(JSON.stringify([drawing, title, natsRef, coverId, siteName])).digest('hex').slice(0, 16)
  return `${id}-${hash}.jpg`
}

export function cardPath(post: Drawn, siteName: string): string {
  return `/og/${cardName(post, siteName)}`
}
