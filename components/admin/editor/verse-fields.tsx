import type { Draft } from './draft'
import type { EditorWords } from './words'

type Props = { draft: Draft; words: EditorWords; lang: string; editable: boolean; onChange: (patch: Partial<Draft>) => void }

/** The verse, as devotional writers name its parts: nats with its words, and bacaan. */
export function VerseFields({ draft, words, lang, editable, onChange }: Props) {
  return (
    <div className="verse">
      <div>
        <label htmlFor="nats">{words.nats}</label>
        <input id="nats" value={draft.natsRef} maxLength={120} readOnly={!editable} autoComplete="off" onChange={(event) => onChange({ natsRef: event.target.value })} />
      </div>
      <div>
        <label htmlFor="bacaan">{words.bacaan} <span>{words.optional}</span></label>
        <input id="bacaan" value={draft.bacaan} maxLength={200} readOnly={!editable} autoComplete="off" onChange={(event) => onChange({ bacaan: event.target.value })} />
      </div>
      <div className="full">
        <label htmlFor="bunyi">{words.natsText} <span>{words.natsTextHint}</span></label>
        <textarea id="bunyi" rows={2} lang={lang} value={draft.natsText} maxLength={2000} readOnly={!editable} onChange={(event) => onChange({ natsText: event.target.value })} />
      </div>
    </div>
  )
}
