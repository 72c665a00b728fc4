'use client'

import { saveReadersSettings } from '@/app/(admin)/admin/pengaturan/readers-actions'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { SiteSettings } from '@/lib/settings/schema'

type Shown = Pick<SiteSettings, 'amin' | 'prayer' | 'prayerReaders' | 'prayerForgetAfter' | 'commentsNotices' | 'commentsForgetAfter'>
type Words = Record<'heading' | 'prayer' | 'readers' | 'readersHint' | 'forgetAfter' | 'amin' | 'mail' | 'notices' | 'data' | 'dataForgetAfter' | 'dataForgetHint' | 'save' | 'saving', string>
type Props = { settings: Shown; people: { id: number; name: string }[]; words: Words }

/** What readers can do besides commenting, and what is kept of them. */
export function ReadersSettings({ settings, people, words }: Props) {
  return (
    <Form action={saveReadersSettings} submit={words.save} sending={words.saving}>
      <h2>{words.heading}</h2>
      <label className="check"><input type="checkbox" name="amin" defaultChecked={settings.amin} /> {words.amin}</label>
      <label className="check"><input type="checkbox" name="prayer" defaultChecked={settings.prayer} /> {words.prayer}</label>
      {people.length > 0 && (
        <fieldset>
          <legend>{words.readers}</legend>
          <p className="hint">{words.readersHint}</p>
          {people.map(({ id, name }) => (
            <label className="check" key={id}>
              <input type="checkbox" name="prayerReaders[]" value={id} defaultChecked={settings.prayerReaders.includes(id)} /> {name}
            </label>
          ))}
        </fieldset>
      )}
      <Field name="prayerForgetAfter" label={words.forgetAfter} type="number" min={1} max={3650} defaultValue={String(settings.prayerForgetAfter)} />
      <h2>{words.data}</h2>
      <Field name="commentsForgetAfter" label={words.dataForgetAfter} hint={words.dataForgetHint} type="number" min={1} max={120} defaultValue={String(settings.commentsForgetAfter)} />
      <h2>{words.mail}</h2>
      <label className="check"><input type="checkbox" name="commentsNotices" defaultChecked={settings.commentsNotices} /> {words.notices}</label>
    </Form>
  )
}
