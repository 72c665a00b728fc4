import { parseBuffer, type IAudioMetadata } from 'music-metadata'
import { AppError } from '@/lib/errors'

export type Sound = { mime: string; duration: number | null }

/** By what the file is, as music-metadata names it; what is left out no browser plays, or it is a film. */
const kinds: [RegExp, mime: string][] = [
  [/^MPEG$/, 'audio/mpeg'],
  [/^ADTS/, 'audio/aac'],
  [/^(M4A|M4B|MPEG-4|mp4|isom|iso\d|dash|qt|3gp)/i, 'audio/mp4'],
  [/^Ogg/i, 'audio/ogg'],
  [/^(EBML|matroska|webm)/i, 'audio/webm'],
  [/^WAVE$/, 'audio/wav'],
  [/^FLAC$/, 'audio/flac'],
]

/** What a recording is, read from its bytes and not from its name. @throws AppError `invalid` with `media.noSound` or `media.film` */
export async function readSound(bytes: Buffer): Promise<Sound> {
  const format = await formatOf(bytes)
  const kind = kinds.find(([pattern]) => pattern.test(format?.container ?? ''))
  if (!format || !kind || !format.codec) throw new AppError('invalid', 'media.noSound')
  if (format.hasVideo || format.trackInfo.some(({ video }) => video)) throw new AppError('invalid', 'media.film')
  const duration = format.duration && Number.isFinite(format.duration) ? Math.round(format.duration) : null
  return { mime: kind[1], duration }
}

async function formatOf(bytes: Buffer): Promise<IAudioMetadata['format'] | null> {
  if (bytes.length === 0) return null
  try {
    return (await parseBuffer(bytes, { size: bytes.length }, { duration: true, skipCovers: true })).format
  } catch {
    return null
  }
}
