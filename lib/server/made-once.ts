import { processWide } from '@/lib/process-wide'

export type MadeOnce = { html: string; headers: Record<string, string> }

/** What server.ts puts here: makes a reader page, finished as readers get them, and does not keep it. */
type Maker = (key: string) => Promise<MadeOnce>
const held = processWide<{ make?: Maker }>('made-once', () => ({}))

export function provideReaderPages(make: Maker): void {
  held.make = make
}

/** A reader page for one person, such as a refused form; `around` sets what the page asks for while it is made. */
export function makeReaderPage(key: string, around: (make: () => Promise<MadeOnce>) => Promise<MadeOnce>): Promise<MadeOnce> {
  const { make } = held
  if (!make) throw new Error('reader pages are made by server.ts only')
  return around(() => make(key))
}
