import { z } from 'zod'

/** An uploaded picture: its full size and the widths that are stored, in pixels. */
export type Picture = { id: number; width: number; height: number; widths: number[] }

const widthList = z.array(z.int().positive()).min(1)

/** A row of Media, with its widths read. */
export function toPicture<T extends { id: number; width: number; height: number; widths: string }>(row: T): Picture {
  return { id: row.id, width: row.width, height: row.height, widths: widthList.parse(JSON.parse(row.widths)) }
}

export function picturePath(id: number, width: number): string {
  return `/media/${id}/${width}.webp`
}

/**
 * Attributes of an `img` for React or `asAttributes`: every stored width, and the size, so that nothing jumps.
 *
 * @param sizes how wide it is shown, as the `sizes` attribute
 */
export function pictureAttributes({ id, width, height, widths }: Picture, sizes: string) {
  const middle = widths.find((stored) => stored >= 900) ?? widths.at(-1)!
  return {
    src: picturePath(id, middle),
    srcSet: widths.map((stored) => `${picturePath(id, stored)} ${stored}w`).join(', '),
    sizes,
    width,
    height,
  }
}
