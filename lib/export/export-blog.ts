import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { fileName, mediaStore } from '@/lib/media/store'
import { getSite, type Site } from '@/lib/site'
import { bloggerFeed } from './blogger'
import { pictureFile, teduhJson } from './json'
import type { ExportFormat, ExportOptions } from './options'
import { eachPicture } from './queries'
import { writeWhole } from './write-file'
import { wxr } from './wxr'

type Writer = { file: string; write: (site: Site, options: ExportOptions) => AsyncIterable<string> }

const writers: Record<Exclude<ExportFormat, 'site'>, Writer> = {
  blogger: { file: 'feed.atom', write: bloggerFeed },
  wxr: { file: 'wordpress.xml', write: wxr },
  json: { file: 'teduh.json', write: teduhJson },
}

export type Exported = { file: string; pictures: number; missing: string[] }

/** Writes the blog into a folder: one file, and the pictures it shows beside it. */
export async function exportBlog(format: Exclude<ExportFormat, 'site'>, folder: string, options: ExportOptions): Promise<Exported> {
  const site = await getSite()
  const { file, write } = writers[format]
  const pictures = await copyPictures(folder, options)
  await writeWhole(join(folder, file), write(site, options)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOSPC' ? new AppError('unavailable', 'export.full') : error
  })
  return { file: join(folder, file), ...pictures }
}

async function copyPictures(folder: string, options: ExportOptions) {
  let pictures = 0
  const missing: string[] = []
  for await (const { hash, widths } of eachPicture(options)) {
    for (const width of z.array(z.int()).parse(JSON.parse(widths))) {
      const bytes = await mediaStore.get(fileName(hash, width))
      if (bytes) await writeWhole(join(folder, pictureFile(hash, width)), [bytes])
      else missing.push(pictureFile(hash, width))
    }
    pictures++
  }
  return { pictures, missing }
}
