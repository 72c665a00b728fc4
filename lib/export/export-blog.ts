import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { fileName, mediaStore, recordingName } from '@/lib/media/store'
import { getSite, type Site } from '@/lib/site'
import { bloggerFeed } from './blogger'
import { pictureFile, recordingFile, teduhJson } from './json'
import { eachPicture, eachRecording, type MediaOptions } from './media-queries'
import type { ExportFormat, ExportOptions } from './options'
import { writeWhole } from './write-file'
import { wxr } from './wxr'

type Writer = { file: string; write: (site: Site, options: ExportOptions) => AsyncIterable<string> }

const writers: Record<Exclude<ExportFormat, 'site'>, Writer> = {
  blogger: { file: 'feed.atom', write: bloggerFeed },
  wxr: { file: 'wordpress.xml', write: wxr },
  json: { file: 'teduh.json', write: teduhJson },
}

export type Exported = { file: string; pictures: number; recordings: number; missing: string[] }

/** Writes the blog into a folder: one file, and beside it the pictures that it shows and the recordings that it plays. */
export async function exportBlog(format: Exclude<ExportFormat, 'site'>, folder: string, options: ExportOptions): Promise<Exported> {
  const site = await getSite()
  const { file, write } = writers[format]
  const media = await copyMedia(folder, { ...options, isWhole: format === 'json' })
  await writeWhole(join(folder, file), write(site, options)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOSPC' ? new AppError('unavailable', 'export.full') : error
  })
  return { file: join(folder, file), ...media }
}

async function copyMedia(folder: string, options: MediaOptions) {
  let [pictures, recordings] = [0, 0]
  const missing: string[] = []
  const copy = async (name: string, to: string) => {
    const bytes = await mediaStore.get(name)
    if (bytes) await writeWhole(join(folder, to), [bytes])
    else missing.push(to)
  }
  for await (const { hash, widths } of eachPicture(options)) {
    for (const width of z.array(z.int()).parse(JSON.parse(widths))) await copy(fileName(hash, width), pictureFile(hash, width))
    pictures++
  }
  for await (const recording of eachRecording(options)) {
    await copy(recordingName(recording.hash), recordingFile(recording))
    recordings++
  }
  return { pictures, recordings, missing }
}
