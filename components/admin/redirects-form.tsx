'use client'

import { useActionState, useEffect, useRef } from 'react'
import { add, type RedirectsState } from '@/app/(admin)/admin/pengalihan/actions'
import { count } from '@/lib/dates'
import { untouched } from '@/lib/form-state'
import { redirects as en } from '@/lib/i18n/messages/en/redirects'
import { redirects as id } from '@/lib/i18n/messages/id/redirects'
import './redirects.css'

/** Pasted or as a file; what became of each line is told, and what was not taken is given back. */
export function RedirectsForm({ locale, sending }: { locale: string; sending: string }) {
  const m = locale === 'en' ? en : id
  const [state, run, isPending] = useActionState<RedirectsState, FormData>(add, untouched)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.report || state.message) said.current?.focus()
  }, [state])
  const wrong = state.fields?.text
  return (
    <>
      <form action={run} className="form" noValidate>
        <h2>{m.add}</h2>
        {state.message && <div className="note galat" role="alert" tabIndex={-1} ref={said}><p>{wrong ?? state.fields?.file ?? state.message}</p></div>}
        <div>
          <label htmlFor="baris">{m.text}</label>
          <textarea id="baris" name="text" rows={6} defaultValue={state.values?.text} key={state.values?.text} placeholder={m.example} spellCheck={false} aria-invalid={wrong !== undefined} aria-describedby="baris-petunjuk" />
          <p className="hint" id="baris-petunjuk">{m.hint}</p>
        </div>
        <div>
          <label htmlFor="berkas">{m.file}</label>
          <input id="berkas" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" aria-describedby="berkas-petunjuk" />
          <p className="hint" id="berkas-petunjuk">{m.fileHint}</p>
        </div>
        <div className="row"><button className="button" disabled={isPending}>{isPending ? sending : m.submit}</button></div>
      </form>
      {state.report && <Report lines={state.report} m={m} locale={locale} said={said} />}
    </>
  )
}

function Report({ lines, m, locale, said }: { lines: NonNullable<RedirectsState['report']>; m: typeof id; locale: string; said: React.RefObject<HTMLDivElement | null> }) {
  const saved = lines.filter((line) => 'did' in line).length
  return (
    <div className="note report" role="status" tabIndex={-1} ref={said}>
      <h2>{m.report}</h2>
      <p>{m.saved(count(saved, locale), count(lines.length, locale))}</p>
      <ol>
        {lines.map((line) => (
          <li key={line.line} className={'why' in line ? 'wrong' : undefined}>
            <span className="small">{m.line(count(line.line, locale))}: {line.from}</span> {'why' in line ? m.why[line.why] : m.did[line.did]}
          </li>
        ))}
      </ol>
    </div>
  )
}
