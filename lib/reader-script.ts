import { createHash } from 'node:crypto'
import { processWide } from '@/lib/process-wide'

type Starter = { code: string; hash: string }
const script = processWide('reader-script', () => ({ starter: null as Starter | null }))

/**
 * What starts the script of readers' pages, `/_teduh/reader-<hash>.js`, and its hash for a policy; null when there is
 * none. It stands at the end of the page.
 */
export function readerStarter(): Starter | null {
  return script.starter
}

/** Said by the server at its start, which knows what was built. */
export function setReaderScriptPath(path: string | null): void {
  const code = path && starterOf(path)
  script.starter = code ? { code, hash: `'sha256-${createHash('sha256').update(code).digest('base64')}'` } : null
}

/**
 * The colours that a reader has chosen are there before the page is painted, and nothing else of ours is fetched or
 * run until it has been: a slow phone shows the text first. Pages that nobody sees, or browsers that do not tell of
 * painting, have the script half a second after the rest. The key is the one of `reader/theme.ts`.
 */
function starterOf(path: string): string {
  return `(d=>{let s,go=()=>{if(!s){s=d.createElement('script');s.src='${path}';d.body.append(s)}};`
    + `try{let t=localStorage.getItem('teduh.theme');if(t)d.documentElement.dataset.theme=t}catch(e){}`
    + `try{new PerformanceObserver(go).observe({type:'paint',buffered:true})}catch(e){}`
    + `addEventListener('load',()=>setTimeout(go,500))})(document)`
}
