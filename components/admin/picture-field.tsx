'use client'

import { useState } from 'react'
import { MediaPicker } from './media-picker'

type Props = { name: string; label: string; hint: string; id: number | null; words: Record<'choose' | 'another' | 'none', string> }

/** A field of a form that holds one picture of the library, or none. */
export function PictureField({ name, label, hint, id, words }: Props) {
  const [picture, setPicture] = useState<{ id: number; src: string } | null>(id === null ? null : { id, src: `/media/${id}/small.webp` })
  const [isPicking, setPicking] = useState(false)
  return (
    <fieldset>
      <legend className="label">{label}</legend>
      <input type="hidden" name={name} value={picture?.id ?? ''} />
      {picture && <img className="chosen" src={picture.src} alt="" />}
      <div className="row">
        <button type="button" className="plain bare" onClick={() => setPicking(!isPicking)}>{picture ? words.another : words.choose}</button>
        {picture && <button type="button" className="plain bare" onClick={() => setPicture(null)}>{words.none}</button>}
      </div>
      <p className="hint">{hint}</p>
      {isPicking && <MediaPicker onPick={(picked) => { setPicture(picked); setPicking(false) }} />}
    </fieldset>
  )
}
