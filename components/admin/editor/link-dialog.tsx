import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { tidyHref } from '@/lib/posts/link-address'
import { EditorDialog } from './editor-dialog'
import type { EditorWords } from './words'

type Props = { editor: Editor; words: EditorWords; onClose: () => void }

/** Sets, changes or removes a link on what is selected. */
export function LinkDialog({ editor, words, onClose }: Props) {
  const [isLink] = useState(() => editor.isActive('link'))
  const [needsText] = useState(() => editor.state.selection.empty && !isLink)
  const [href, setHref] = useState<string>(editor.getAttributes('link').href ?? '')
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<{ href?: string; text?: string }>({})

  const set = () => {
    const address = tidyHref(href)
    const missing = needsText && !text.trim()
    if (!address || missing) return setWrong({ href: address ? undefined : words.linkWrong, text: missing ? words.linkTextMissing : undefined })
    onClose()
    const chain = editor.chain().focus()
    if (needsText) chain.insertContent([{ type: 'text', text: text.trim(), marks: [{ type: 'link', attrs: { href: address } }] }]).unsetMark('link').run()
    else chain.extendMarkRange('link').setLink({ href: address }).run()
  }
  const remove = () => {
    onClose()
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
  }

  return (
    <EditorDialog title={words.linkTitle} cancel={words.cancel} submit={words.linkSet} onSubmit={set} onClose={onClose}
      extra={isLink && <button type="button" className="plain bare" onClick={remove}>{words.linkRemove}</button>}>
      <div>
        <label htmlFor="tautan">{words.linkHref}</label>
        <input id="tautan" value={href} inputMode="url" autoCapitalize="none" autoComplete="off" spellCheck={false}
          onChange={(event) => setHref(event.target.value)} aria-invalid={Boolean(wrong.href)} aria-describedby="tautan-petunjuk" />
        <p id="tautan-petunjuk" className={wrong.href ? 'wrong' : 'small'} role={wrong.href && 'alert'}>{wrong.href ?? words.linkHrefHint}</p>
      </div>
      {needsText && (
        <div>
          <label htmlFor="teks-tautan">{words.linkText}</label>
          <input id="teks-tautan" value={text} onChange={(event) => setText(event.target.value)}
            aria-invalid={Boolean(wrong.text)} aria-describedby={wrong.text && 'teks-salah'} />
          {wrong.text && <p id="teks-salah" className="wrong" role="alert">{wrong.text}</p>}
        </div>
      )}
    </EditorDialog>
  )
}
