import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { refuse } from '../refuse'

export type Row = Record<string, unknown>
type Table = { table: string; row: Row }

/** Nothing in an export lies deeper; a file of brackets alone must not fill the memory. */
const deepest = 64
/** No row is longer. */
const longestRow = 32 * 1024 * 1024

/** The rows of a Ghost export, table by table as they stand in the file, one in memory at a time. */
export async function* readRows(texts: AsyncIterable<string>): AsyncGenerator<Table> {
  const found: Table[] = []
  let depth = 0
  let since = 0
  const tokenizer = new Tokenizer()
  const parser = new TokenParser({ paths: ['$.db.*.data.*.*', '$.data.*.*'], keepStack: false })
  tokenizer.onToken = (token) => {
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) depth++
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) depth--
    if (depth > deepest) throw refuse('json')
    parser.write(token)
  }
  parser.onValue = ({ value, stack }) => {
    since = 0
    const table = String(stack.at(-1)?.key ?? '')
    if (value && typeof value === 'object' && !Array.isArray(value)) found.push({ table, row: value as Row })
  }
  for await (const text of texts) {
    since += text.length
    if (since > longestRow) throw refuse('huge')
    parse(() => tokenizer.write(text.replace(/^\ufeff/, '')))
    yield* found.splice(0)
  }
  parse(() => {
    if (!parser.isEnded) parser.end()
    if (!tokenizer.isEnded) tokenizer.end()
  })
  yield* found.splice(0)
}

function parse(run: () => void): void {
  try {
    run()
  } catch (error) {
    throw error instanceof Error && error.name === 'AppError' ? error : refuse('json')
  }
}
