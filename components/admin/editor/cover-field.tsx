import { useState } from 'react'
import { MediaPicker } from '@/components/admin/media-picker'
import { EditorDialog } from './editor-dialog'
import type { PanelProps } from './panel'

/** The picture above the text and in lists. */
export function CoverField({ words, cover, draft, editable, onCover }: PanelProps) {
  const [picking, setPicking] = useState(false)
  return (
    <div>
      <p className="label">{words.cover}</p>
      {cover && <img className="picked" src={cover.src} width={cover.width} height={cover.height} alt={draft.coverAlt} />}
      {editable && (
        <div className="row">
          <button type="button" className="plain bare" onClick={() => setPicking(true)}>{cover ? words.changeCover : words.pickCover}</button>
          {cover && <button type="button" className="plain bare" onClick={() => onCover(null, '')}>{words.removeCover}</button>}
        </div>
      )}
      {cover && (
        <>
          <label htmlFor="sampul">{words.coverAlt}</label>
          <input id="sampul" value={draft.coverAlt} maxLength={300} readOnly={!editable} aria-describedby="sampul-petunjuk"
            onChange={(event) => onCover(cover, event.target.value)} />
          <p id="sampul-petunjuk" className="small">{words.coverAltHint}</p>
        </>
      )}
      {picking && (
        <EditorDialog title={words.cover} cancel={words.cancel} onSubmit={() => {}} onClose={() => setPicking(false)}>
          <MediaPicker onPick={({ id, src, width, height, alt }) => {
            onCover({ id, src, width, height }, alt)
            setPicking(false)
          }} />
        </EditorDialog>
      )}
    </div>
  )
}
