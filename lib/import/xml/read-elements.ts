import sax from 'sax'
import { refuse } from '../refuse'
import type { Element } from './element'
import { nameOf } from './names'
import { Repairer, type Repairs } from './repair'
import { sectionRun, textRun, type Run } from './text-run'

/** No entry of any blog is that long; a file that never ends one is not read to its end. */
const longestEntry = 32 * 1024 * 1024

/** Where sax stands; its types do not tell. */
const states = (sax as unknown as { STATE: Record<'TEXT' | 'CDATA', number> }).STATE

type Open = Element & { parts: string[] }

/**
 * The entries of a feed (`feed`) or a channel (`rss`), one by one and whole, in the order of the file: each direct
 * child of it. Only one is in memory at a time.
 *
 * @throws AppError `import.…` when the file is damaged where nobody can say what was meant
 */
export async function* readElements(texts: AsyncIterable<string>, repairs: Repairs): AsyncGenerator<Element> {
  const reader = new ElementReader(repairs)
  const repairer = new Repairer(repairs)
  for await (const text of texts) {
    reader.write(repairer.write(text))
    yield* reader.take()
  }
  reader.write(repairer.write('', true))
  reader.end()
  yield* reader.take()
}

class ElementReader {
  #done: Element[] = []
  #stack: Open[] = []
  #depth = 0
  #isRss = false
  #recordDepth = 1
  #size = 0
  #error: Error | undefined
  readonly #parser: sax.SAXParser

  constructor(readonly repairs: Repairs) {
    this.#parser = Object.assign(sax.parser(true, { xmlns: true, position: true }), {
      onopentag: (tag: sax.Tag | sax.QualifiedTag) => this.#open(tag as sax.QualifiedTag),
      onclosetag: () => this.#close(),
      ontext: (text: string) => this.#text(text),
      oncdata: (text: string) => this.#text(text),
      // Only with one can a file have entities of its own.
      ondoctype: () => this.#fail(refuse('doctype')),
      onerror: (error: Error) => this.#forgive(error),
    })
  }

  /** Long runs of text, which is what an export consists of, pass the parser by: it looks at each letter. */
  write(text: string): void {
    for (let at = 0; at < text.length && !this.#error; ) {
      const run = this.#runAt(text, at)
      if (run) {
        this.#parser.flush()
        this.#text(run.text)
        at = run.end
      } else {
        const end = this.#nextEdge(text, at)
        this.#parser.write(text.slice(at, end))
        at = end
      }
    }
    if (this.#error) throw this.#error
  }

  #runAt(text: string, at: number): Run | null {
    if (this.#stack.length === 0) return null
    const state = this.#state()
    return state === states.TEXT ? textRun(text, at) : state === states.CDATA ? sectionRun(text, at) : null
  }

  /** Where a run could begin next: after a tag or an entity. */
  #nextEdge(text: string, at: number): number {
    const tag = text.indexOf('>', at) + 1 || text.length
    const entity = this.#state() === states.TEXT ? text.slice(at, tag).indexOf(';') + 1 : 0
    return entity > 0 ? at + entity : tag
  }

  #state(): number {
    return (this.#parser as unknown as { state: number }).state
  }

  end(): void {
    if (this.#depth > 0 || !(this.#parser as unknown as { closedRoot: boolean }).closedRoot) throw refuse('truncated')
    this.#parser.close()
    if (this.#error) throw this.#error
  }

  take(): Element[] {
    return this.#done.splice(0)
  }

  #open(tag: sax.QualifiedTag): void {
    if (this.#depth === 0) this.#root(tag)
    const depth = this.#depth++
    if (depth < this.#recordDepth) return
    const attributes: Record<string, string> = {}
    for (const { local, value, prefix } of Object.values(tag.attributes)) if (prefix !== 'xmlns') attributes[local] = value
    this.#stack.push({ name: nameOf(tag.uri, tag.local, this.#isRss), attributes, children: [], text: '', parts: [] })
  }

  #root({ local }: sax.QualifiedTag): void {
    if (local !== 'feed' && local !== 'rss') this.#fail(refuse('unknown'))
    this.#isRss = local === 'rss'
    this.#recordDepth = this.#isRss ? 2 : 1
  }

  #text(text: string): void {
    const open = this.#stack.at(-1)
    if (!open) return
    this.#size += text.length
    if (this.#size > longestEntry) this.#fail(refuse('huge'))
    open.parts.push(text)
  }

  #close(): void {
    this.#depth--
    const closed = this.#stack.pop()
    if (!closed) return
    const { parts, ...element } = closed
    element.text = parts.join('')
    const parent = this.#stack.at(-1)
    if (parent) parent.children.push(element)
    else {
      this.#done.push(element)
      this.#size = 0
    }
  }

  #forgive(error: Error): void {
    if (this.#error || !this.#isHarmless(error.message)) return this.#fail(this.#error ?? faultOf(error.message))
    // sax throws this again at the next piece unless it is taken back.
    ;(this.#parser as unknown as { error: Error | null }).error = null
  }

  /** An undeclared prefix stands for what it always stands for; an entity that nobody knows is shown as written. */
  #isHarmless(message: string): boolean {
    const prefix = /^Unbound namespace prefix: "([^":]*)/.exec(message)?.[1]
    if (prefix !== undefined) {
      this.repairs.prefixes.add(prefix)
      return true
    }
    if (!message.startsWith('Invalid character entity')) return false
    // Where it stands is of no use: what passed the parser by was not counted.
    this.repairs.entities.add(message.split('\n', 1)[0]!)
    return true
  }

  #fail(error: Error): void {
    this.#error ??= error
  }
}

function faultOf(message: string): Error {
  return refuse(message.startsWith('Max buffer length') ? 'huge' : /^(Unclosed root tag|Unexpected end)/.test(message) ? 'truncated' : 'broken')
}
