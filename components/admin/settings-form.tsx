'use client'

import { saveSettings } from '@/app/(admin)/admin/pengaturan/actions'
import { Field, Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { Messages } from '@/lib/i18n/messages'
import type { SiteSettings } from '@/lib/settings/schema'
import { CommentFields } from './comment-fields'
import { PictureField } from './picture-field'

type Zones = { indonesia: { zone: string; title: string }[]; elsewhere: string[] }
type Props = { settings: SiteSettings; zones: Zones; words: Messages['settings']; feeds: Messages['feeds']['settings']; admin: Record<'save' | 'saving', string> }

const options = (names: Record<string, string>) => Object.entries(names).map(([value, title]) => <option value={value} key={value}>{title}</option>)

export function SettingsForm({ settings, zones, words, feeds, admin }: Props) {
  return (
    <Form action={saveSettings} submit={admin.save} sending={admin.saving}>
      <h2>{words.site}</h2>
      <Field name="name" label={words.name} defaultValue={settings.name} required maxLength={80} />
      <TextField name="description" label={words.description} hint={words.descriptionHint} defaultValue={settings.description} rows={2} maxLength={300} />
      <TextField name="footer" label={words.footer} hint={words.footerHint} defaultValue={settings.footer} rows={3} maxLength={1000} />
      <Select name="timeZone" label={words.timeZone} hint={words.timeZoneHint} defaultValue={settings.timeZone}>
        <optgroup label={words.indonesia}>
          {zones.indonesia.map(({ zone, title }) => <option value={zone} key={zone}>{title}</option>)}
        </optgroup>
        <optgroup label={words.elsewhere}>
          {zones.elsewhere.map((zone) => <option value={zone} key={zone}>{zone}</option>)}
        </optgroup>
      </Select>
      <Field name="usualHour" label={words.usualHour} hint={words.usualHourHint} type="time" defaultValue={settings.usualHour} required />
      <Select name="language" label={words.language} defaultValue={settings.language}>{options(words.languages)}</Select>
      <h2>{words.looks}</h2>
      <PictureField name="iconId" label={words.icon} hint={words.iconHint} id={settings.iconId} words={words} />
      <PictureField name="shareImageId" label={words.shareImage} hint={words.shareImageHint} id={settings.shareImageId} words={words} />
      <h2>{words.comments}</h2>
      <CommentFields settings={settings} words={words.commenting} />
      <h2>{words.lists}</h2>
      <Field name="postsPerPage" label={words.postsPerPage} type="number" min={5} max={50} defaultValue={String(settings.postsPerPage)} />
      <Select name="feedContent" label={feeds.content} hint={feeds.contentHint} defaultValue={settings.feedContent}>{options(feeds.contents)}</Select>
      <Field name="feedHub" label={feeds.hub} hint={feeds.hubHint} type="url" defaultValue={settings.feedHub} maxLength={300} />
      <h2>{words.popular}</h2>
      <Select name="popularWindow" label={words.popularWindow} defaultValue={settings.popularWindow}>{options(words.windows)}</Select>
      <Field name="popularCount" label={words.popularCount} type="number" min={1} max={10} defaultValue={String(settings.popularCount)} />
      <label className="check"><input type="checkbox" name="popularPictures" defaultChecked={settings.popularPictures} /> {words.popularPictures}</label>
      <label className="check"><input type="checkbox" name="popularSnippets" defaultChecked={settings.popularSnippets} /> {words.popularSnippets}</label>
      <h2>{words.counting}</h2>
      <Field name="viewsPerMinute" label={words.viewsPerMinute} hint={words.viewsPerMinuteHint} type="number" min={10} max={100000} defaultValue={String(settings.viewsPerMinute)} />
      <Field name="similarDevices" label={words.similarDevices} hint={words.similarDevicesHint} type="number" min={1} max={1000} defaultValue={String(settings.similarDevices)} />
    </Form>
  )
}
