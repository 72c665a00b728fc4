import { processWide } from '@/lib/process-wide'

const script = processWide('reader-script', () => ({ path: null as string | null }))

/** Where readers' pages find their one script, `/_teduh/reader-<hash>.js`; null when there is none. */
export function readerScriptPath(): string | null {
  return script.path
}

/** Said by the server at its start, which knows what was built. */
export function setReaderScriptPath(path: string | null): void {
  script.path = path
}
