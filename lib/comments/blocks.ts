import { db } from '@/lib/db/client'
import type { Tx } from '@/lib/db/transaction'
import { oneLine } from '@/lib/one-line'
import type { Verdict } from './reasons'

export type BlockKind = 'name' | 'word' | 'address'

/** How names and words are compared: without case, width and doubled spaces. */
export function fold(text: string): string {
  return oneLine(text.normalize('NFKC').toLowerCase())
}

type Blocked = { name: string; body: string; addressHash: string | null }

/** What the moderators' own rules say: a name or word is spam; an address, which thousands may share, waits. */
export async function judgeByBlocks({ name, body, addressHash }: Blocked, from: Pick<Tx, 'blockRule'> = db): Promise<Verdict[]> {
  const rules = await from.blockRule.findMany({ select: { kind: true, value: true } })
  const text = fold(`${name}\n${body}`)
  return rules.flatMap(({ kind, value }): Verdict[] => {
    if (kind === 'address') return value === addressHash ? [{ decision: 'hold', reasons: [{ code: 'blocked.address' }] }] : []
    const hits = kind === 'name' ? fold(name) === value : hasWord(text, value)
    return hits ? [{ decision: 'spam', reasons: [{ code: `blocked.${kind}`, detail: value }] }] : []
  })
}

/** Whole words: whoever blocks "slot" does not mean "slotnya" to be read as one, nor "kas" to stop "kasih". */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true
  }
  return false
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char)
}
