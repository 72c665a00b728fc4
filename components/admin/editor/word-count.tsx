import { useEditorState, type Editor } from '@tiptap/react'
import { countWords, minutesToRead } from '@/lib/posts/reading-time'
import type { EditorWords } from './words'

/** How long the text is, in words and in minutes of reading. */
export function WordCount({ editor, words }: { editor: Editor; words: EditorWords }) {
  const count = useEditorState({ editor, selector: ({ editor }) => countWords(editor.state.doc.textBetween(0, editor.state.doc.content.size, ' ', ' ')) })
  return <p className="small count-words">{count === 0 ? words.noWords : words.wordCount(count, minutesToRead(count))}</p>
}
