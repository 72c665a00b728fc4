import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { largestRecording } from '@/lib/media/recordings'
import { readSound } from '@/lib/media/sound'
import { fileName, mediaStore, recordingName } from '@/lib/media/store'
import type { Tally } from '../report'
import type { Content } from './schema'

/** What was found beside the file and is kept now; `names` are those under which. */
export type Kept = {
  pictures: (Content['media'][number] & { bytes: number })[]
  recordings: (Content['recordings'][number] & { bytes: number; duration: number | null })[]
  names: string[]
}

/** No width of a picture, as it is stored here, comes near. */
const largestPicture = 32 * 1024 * 1024

/** Files lie beside the JSON; what is not what it is said to be stays out, and the report says so. */
export async function keepMedia(file: string, { media, recordings }: Pick<Content, 'media' | 'recordings'>, tally: Tally): Promise<Kept> {
  const folder = dirname(file)
  const kept: Kept = { pictures: [], recordings: [], names: [] }
  for (const picture of media) {
    const bytes = await keepPicture(folder, picture, kept.names).catch(() => null)
    if (bytes === null) tally.skip(`media ${picture.id}`, 'its files are not beside the JSON, or are no such picture')
    else kept.pictures.push({ ...picture, bytes })
  }
  for (const recording of recordings) {
    const sound = await keepRecording(folder, recording, kept.names).catch(() => null)
    if (sound === null) tally.skip(`recording ${recording.id}`, 'its file is not beside the JSON, or is no such recording')
    else kept.recordings.push({ ...recording, ...sound })
  }
  return kept
}

/** When nothing came in after all, nothing is left of it. */
export async function dropMedia({ names }: Kept): Promise<void> {
  for (const name of names) await mediaStore.remove(name)
}

/** Gives how many bytes that is in all widths; none is kept before all were looked at. */
async function keepPicture(folder: string, { hash, files }: Content['media'][number], names: string[]): Promise<number> {
  const read: { width: number; bytes: Buffer }[] = []
  for (const { width, file } of files) {
    const bytes = await readUpTo(largestPicture, join(folder, file))
    const known = await sharp(bytes).metadata()
    if (known.format !== 'webp' || known.width !== width || known.exif) throw new Error('not that picture')
    read.push({ width, bytes })
  }
  for (const { width, bytes } of read) await keep(fileName(hash, width), bytes, names)
  return read.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

/** What it is and how long is read from its bytes, as with an upload. */
async function keepRecording(folder: string, { hash, file }: Content['recordings'][number], names: string[]) {
  const bytes = await readUpTo(largestRecording, join(folder, file))
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error('not that recording')
  const sound = await readSound(bytes)
  await keep(recordingName(hash), bytes, names)
  return { ...sound, bytes: bytes.length }
}

async function keep(name: string, bytes: Buffer, names: string[]): Promise<void> {
  names.push(name)
  await mediaStore.put(name, bytes)
}

async function readUpTo(most: number, file: string): Promise<Buffer> {
  const { size } = await stat(file)
  if (size > most) throw new Error('too large')
  return readFile(file)
}
