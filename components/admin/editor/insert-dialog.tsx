import { blockNames, type BlockName } from './blocks'
import { EditorDialog } from './editor-dialog'
import type { EditorWords } from './words'

type Props = { words: EditorWords; onPut: (name: BlockName) => void; onClose: () => void }

/** Everything that can be put into the text; what a slash lists, for a thumb. */
export function InsertDialog({ words, onPut, onClose }: Props) {
  const put = (name: BlockName) => {
    onClose()
    onPut(name)
  }
  return (
    <EditorDialog title={words.insert} cancel={words.cancel} onSubmit={onClose} onClose={onClose}>
      <ul className="inserts">
        {blockNames.map((name) => <li key={name}><button type="button" onClick={() => put(name)}>{words.blocks[name]}</button></li>)}
      </ul>
      <p className="small">{words.insertHint}</p>
    </EditorDialog>
  )
}
