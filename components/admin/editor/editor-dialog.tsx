import { useId, useLayoutEffect, useRef, type FormEvent, type ReactNode } from 'react'

type Props = {
  title: string
  cancel: string
  /** The main button's word; without it there is none. */
  submit?: string
  extra?: ReactNode
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A dialog over the editor; Escape closes it, and the focus goes back to where it was. */
export function EditorDialog({ title, cancel, submit, extra, onSubmit, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useLayoutEffect(() => {
    const before = document.activeElement
    if (!dialog.current?.open) dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  const buttons = (
    <div className="row">
      {submit && <button className="button">{submit}</button>}
      {extra}
      <button type="button" className="plain bare" onClick={onClose}>{cancel}</button>
    </div>
  )
  return (
    <dialog ref={dialog} className="sheetdialog" aria-labelledby={heading} onCancel={onClose}>
      <h2 id={heading}>{title}</h2>
      {/* What is only chosen from may hold a form of its own. */}
      {submit ? <form onSubmit={send} noValidate>{children}{buttons}</form> : <div>{children}{buttons}</div>}
    </dialog>
  )
}
