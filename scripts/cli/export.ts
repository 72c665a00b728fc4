import { mkdirSync } from 'node:fs'
import { refuseServed } from '@/lib/backup/place'
import { recordExport } from '@/lib/export/commands'
import { exportBlog } from '@/lib/export/export-blog'
import type { ExportFormat } from '@/lib/export/options'
import { currentBuild } from '../slots.mjs'
import type { Done } from './run'
import { typed } from './typed'

type Wish = { format: ExportFormat; drafts?: boolean; private?: boolean }

/** Takes the blog out, in a form that others read. */
export async function takeOut(folder: string, { format, drafts = false, private: isPrivate = false }: Wish): Promise<Done> {
  const place = typed(folder)
  refuseServed(place)
  if (format === 'site') return takeSiteOut(place)
  mkdirSync(place, { recursive: true })
  const { file, pictures, recordings, missing } = await exportBlog(format, place, { drafts, private: isPrivate })
  await recordExport(format)
  const without = [!drafts && 'drafts', !isPrivate && 'e-mail addresses, figures and comments that wait'].filter((word) => word !== false)
  const notes = [
    without.length > 0 && `Without ${without.join(' and without ')}.`,
    missing.length > 0 && `${missing.length} files of pictures and recordings were not there to be taken, such as ${missing[0]}.`,
  ].filter((note) => note !== false)
  return { text: [`Wrote ${file} and ${pictures} pictures and ${recordings} recordings beside it.`, ...notes].join(' '), json: { file, pictures, recordings, missing, drafts, private: isPrivate } }
}

async function takeSiteOut(place: string): Promise<Done> {
  const build = currentBuild()
  if (!build) throw new Error('The pages are made by the build, which is not there: run npm run build first.')
  const { exportSite } = await import('@/lib/export/site')
  const { pages, files, missing } = await exportSite(place, `.build/${build.slot}`)
  await recordExport('site')
  const note = missing.length > 0 ? ` ${missing.length} addresses that a page names lead nowhere, such as ${missing[0]}.` : ''
  return { text: `Wrote ${pages} pages and ${files} files into ${place}; open index.html, or put the folder on any file server.${note}`, json: { folder: place, pages, files, missing } }
}
