import type { Messages } from '@/lib/i18n/messages'
import type { FieldDifference, Part } from '@/lib/revisions/difference'

type Words = Messages['history']

/** What changed, word by word, by underline and stroke and, for those who listen, by a word. */
export function Difference({ found, m }: { found: FieldDifference[]; m: Words }) {
  if (found.length === 0) return <p className="small">{m.nothing}</p>
  return (
    <dl className="difference">
      {found.map((each) => (
        <div key={each.field}>
          <dt>{m.field[each.field] ?? each.field}</dt>
          <dd>{each.kind === 'form' ? <p className="small">{m.formOnly}</p> : shortened(each.parts).map((part, i) => <Words key={i} part={part} m={m} />)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Words({ part: { text, is }, m }: { part: Part; m: Words }) {
  if (is === 'same') return <span>{text}</span>
  const Mark = is === 'added' ? 'ins' : 'del'
  return <Mark><span className="hidden">{is === 'added' ? m.added : m.removed} </span>{text}</Mark>
}

const around = 160

/** Of a long stretch that stayed the same only its ends are of use. */
function shortened(parts: Part[]): Part[] {
  return parts.map((part, i) => {
    if (part.is !== 'same' || part.text.length < around * 2 + 40) return part
    const head = i === 0 ? '' : part.text.slice(0, around)
    const tail = i === parts.length - 1 ? '' : part.text.slice(-around)
    return { ...part, text: `${head} […] ${tail}` }
  })
}
