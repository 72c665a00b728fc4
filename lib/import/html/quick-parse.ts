import { InsertionMode, parseFragment, Parser, Token, Tokenizer, type DefaultTreeAdapterTypes as Types } from 'parse5'

/** What parse5 keeps to itself, as far as it is needed here; `quick-parse.test.ts` says when a newer one differs. */
type Inside = {
  preprocessor: { html: string; pos: number }
  currentCharacterToken: { type: Token.TokenType } | null
  handler: { insertionMode: InsertionMode }
  runStart: number
  runEnd: number
  _stateData: (cp: number) => void
}

/** Where a space is a letter like others. */
const running = new Set([InsertionMode.IN_BODY, InsertionMode.IN_CELL, InsertionMode.IN_TEMPLATE])
/** Letters that mean nothing but themselves. What is no whole letter, and `\r`, is left to parse5. */
const plain = /[^<&\0\r\n\ud800-\udfff]*/y

const stateData = (Tokenizer.prototype as unknown as Inside)._stateData

/**
 * The same as `parseFragment`. That gives its tree builder each word and each space by itself, since in some places a
 * space means nothing; in running text a whole line goes at once here.
 */
export function quickParse(html: string): Types.DocumentFragment {
  const parser = Parser.getFragmentParser(null) as Parser<Types.DefaultTreeAdapterMap>
  const tokenizer = parser.tokenizer as unknown as Inside
  if (typeof stateData !== 'function' || typeof tokenizer.runEnd !== 'number') return parseFragment(html)
  tokenizer._stateData = function (this: Inside, cp: number) {
    stateData.call(this, cp)
    const { preprocessor, currentCharacterToken: token, handler } = this
    if (token?.type !== Token.TokenType.CHARACTER || this.runEnd !== preprocessor.pos + 1 || !running.has(handler.insertionMode)) return
    plain.lastIndex = this.runEnd
    plain.test(preprocessor.html)
    this.runEnd = plain.lastIndex
    preprocessor.pos = this.runEnd - 1
  }
  parser.tokenizer.write(html, true)
  return parser.getFragment()
}
