import sharp, { type Metadata } from 'sharp'
import { AppError } from '@/lib/errors'

export const usualWidths = [480, 960, 1440, 1920]
const maxPixels = 60_000_000
/** What cameras and screens make. SVG is a document that can carry scripts, and animations would stand still. */
const formats = new Set(['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff'])

export type Processed = { width: number; height: number; mime: string; files: { width: number; bytes: Buffer }[] }

/**
 * Reads a picture by what it is, not by its name, and makes it anew in a few widths: upright, without
 * location and other metadata. @throws AppError `invalid` with `media.…` naming what is wrong
 */
export async function processPicture(bytes: Buffer): Promise<Processed> {
  const options = { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true } as const
  // Only the head is read here, so a size beyond the limit can be told.
  const known = bytes.length === 0 ? null : await sharp(bytes, { ...options, limitInputPixels: false }).metadata().catch(() => null)
  check(known)
  const turned = (known.orientation ?? 1) >= 5
  const full = turned ? known.height : known.width
  const sizes = [...new Set([...usualWidths.filter((width) => width < full), Math.min(full, usualWidths.at(-1)!)])]
  try {
    const files = []
    for (const width of sizes) {
      files.push({ width, bytes: await sharp(bytes, options).rotate().resize({ width }).webp({ quality: 78 }).toBuffer() })
    }
    const { width, height } = await sharp(files.at(-1)!.bytes).metadata()
    return { width, height, mime: `image/${known.format}`, files }
  } catch {
    throw new AppError('invalid', 'media.broken')
  }
}

function check(known: Metadata | null): asserts known is Metadata {
  if (!known || !formats.has(known.format)) throw new AppError('invalid', 'media.unknown')
  if ((known.pages ?? 1) > 1 && known.format !== 'heif') throw new AppError('invalid', 'media.animated')
  if (known.width * known.height > maxPixels) throw new AppError('invalid', 'media.huge')
}
