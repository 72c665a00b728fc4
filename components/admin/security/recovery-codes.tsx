'use client'

import { useEffect, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'

export type CodeWords = Record<'codesTitle' | 'codesLead' | 'copy' | 'copied' | 'kept', string>

/** The codes, this once; what is behind them is drawn anew when they are kept. */
export function RecoveryCodes({ codes, words, onKept }: { codes: string[]; words: CodeWords; onKept?: () => void }) {
  const [isCopied, setCopied] = useState(false)
  const router = useRouter()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="note once">
      <h3 tabIndex={-1} ref={title}>{words.codesTitle}</h3>
      <p>{words.codesLead}</p>
      <ol className="codes">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      <div className="row">
        <button type="button" className="plain" onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))}>{words.copy}</button>
        <button type="button" className="button" onClick={() => { onKept?.(); router.refresh() }}>{words.kept}</button>
        <span role="status">{isCopied && words.copied}</span>
      </div>
    </div>
  )
}
