import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Pictures that were copied as pictures: what office programs copy has its text beside a picture of it. */
export function pastedPictures({ clipboardData }: ClipboardEvent): File[] {
  return clipboardData && !clipboardData.getData('text/plain') ? picturesOf(clipboardData) : []
}

/** Pictures let go over the text; the cursor goes where they were let go. */
export function droppedPictures(view: EditorView, event: DragEvent): File[] {
  const pictures = event.dataTransfer ? picturesOf(event.dataTransfer) : []
  const place = pictures.length > 0 && view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (place) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))))
  return pictures
}

function picturesOf(data: DataTransfer): File[] {
  return [...data.files].filter(({ type }) => type.startsWith('image/'))
}
