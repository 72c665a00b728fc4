import type { Editor } from '@tiptap/core'
import { AudioDialog } from './audio-dialog'
import type { BlockName } from './blocks'
import { ImageDialog } from './image-dialog'
import { InsertDialog } from './insert-dialog'
import { LinkDialog } from './link-dialog'
import { PieceDialog } from './piece-dialog'
import type { Open } from './rich-text'
import { VideoDialog } from './video-dialog'
import type { EditorWords } from './words'

type Props = { editor: Editor; words: EditorWords; open: Open; onPut: (name: BlockName) => void; onClose: () => void }

/** What is asked over the text, one thing at a time. */
export function Dialogs({ open, onPut, ...rest }: Props) {
  if (open === null) return null
  if (typeof open === 'object' && 'pictures' in open) return <ImageDialog key={open.pictures.length} {...rest} file={open.pictures[0]} />
  if (typeof open === 'object') return <PieceDialog {...rest} at={open.piece} />
  switch (open) {
    case 'link': return <LinkDialog {...rest} />
    case 'image': return <ImageDialog {...rest} />
    case 'video': return <VideoDialog {...rest} />
    case 'audio': return <AudioDialog {...rest} />
    case 'insert': return <InsertDialog {...rest} onPut={onPut} />
  }
}
