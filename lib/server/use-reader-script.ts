import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { scriptFolder } from '@/lib/page-cache/strip'
import { setReaderScriptPath } from '@/lib/reader-script'
import type { StaticFiles } from './static-files'

/** Serves the readers' script of this build and tells the pages where it is. */
export function useReaderScript(files: StaticFiles, slot: string, immutable: boolean): void {
  const folder = join(slot, 'reader')
  files.add(folder, scriptFolder, { immutable })
  const name = scriptIn(folder)
  setReaderScriptPath(name ? scriptFolder + name : null)
}

function scriptIn(folder: string): string | undefined {
  try {
    return readdirSync(folder).find((name) => /^reader(-\w+)?\.js$/.test(name))
  } catch {
    return undefined
  }
}
