import { useLayoutEffect, useRef } from 'react'

type Props = { value: string; label: string; lang: string; editable: boolean; onChange: (title: string) => void }

/** The title, in as many lines as it needs; Enter goes on to the next field. */
export function TitleField({ value, label, lang, editable, onChange }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = field.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [value])
  return (
    <>
      <label className="hidden" htmlFor="judul">{label}</label>
      <textarea ref={field} className="titlefield" id="judul" rows={1} value={value} maxLength={200} readOnly={!editable} placeholder={label} lang={lang}
        autoComplete="off" enterKeyHint="next" onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          document.getElementById('nats')?.focus()
        }} />
    </>
  )
}
