/** How often something was wrong, and what was surely meant was read instead. */
export type Repairs = { ampersands: number; controls: number; prefixes: Set<string>; entities: Set<string> }

export const noRepairs = (): Repairs => ({ ampersands: 0, controls: 0, prefixes: new Set(), entities: new Set() })

const bareAmpersand = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/gi
/** WordPress has written what lies beyond the first 65,536 letters, such as emoji, as two halves. */
const halves = /&#(5(?:529[6-9]|5[3-9]\d\d|6[0-2]\d\d|631\d));&#(5(?:632\d|63[3-9]\d|6[4-9]\d\d|7[0-2]\d\d|73[0-3]\d|734[0-3]));/g
const plainControl = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g
const control = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[12]|1[4-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]));/gi

/** What could go on in the next piece of the text: an entity, or the beginning of a section. */
const unfinished = /(?:&[#\w]{0,32}|<(?:!(?:-|\[[CDAT]{0,5})?)?|&#\d{1,7};(?:&[#\d]{0,8})?)$/

/**
 * Mends, piece by piece, what breaks XML but can mean only one thing: a bare `&` and control characters.
 * Inside CDATA and comments an ampersand is one already.
 */
export class Repairer {
  #rest = ''
  #until = ''

  constructor(readonly repairs: Repairs) {}

  write(piece: string, isLast = false): string {
    let text = this.#rest + piece
    this.#rest = ''
    let out = ''
    while (text) {
      if (this.#until) {
        const end = text.indexOf(this.#until)
        if (end < 0) {
          const keep = isLast ? 0 : this.#until.length - 1
          this.#rest = keep ? text.slice(-keep) : ''
          return out + this.#clean(keep ? text.slice(0, -keep) : text)
        }
        out += this.#clean(text.slice(0, end + this.#until.length))
        text = text.slice(end + this.#until.length)
        this.#until = ''
        continue
      }
      const section = /<!\[CDATA\[|<!--/.exec(text)
      if (section) {
        out += this.#mend(text.slice(0, section.index)) + section[0]
        text = text.slice(section.index + section[0].length)
        this.#until = section[0] === '<!--' ? '-->' : ']]>'
        continue
      }
      const cut = isLast ? text.length : (unfinished.exec(text)?.index ?? text.length)
      this.#rest = text.slice(cut)
      return out + this.#mend(text.slice(0, cut))
    }
    return out
  }

  #clean(text: string): string {
    // Entities are only letters here.
    return text.replace(plainControl, () => {
      this.repairs.controls++
      return ''
    })
  }

  #mend(text: string): string {
    // Most texts name no letter by its number, and looking for one more thing at each letter has its price.
    const isNumbered = text.includes('&#')
    const whole = isNumbered ? text.replace(halves, (_, high: string, low: string) => String.fromCharCode(Number(high), Number(low))) : text
    return whole
      .replace(isNumbered ? control : plainControl, () => {
        this.repairs.controls++
        return ''
      })
      .replace(bareAmpersand, () => {
        this.repairs.ampersands++
        return '&amp;'
      })
  }
}
