import { Field, Select } from '@/components/ui/field'
import type { Messages } from '@/lib/i18n/messages'
import type { SiteSettings } from '@/lib/settings/schema'

type Props = { settings: SiteSettings; words: Messages['settings']['commenting'] }

const options = (names: Record<string, string>) => Object.entries(names).map(([value, title]) => <option value={value} key={value}>{title}</option>)

/** What the owner says of comments: whose wait, until when, and how they stand on the page. */
export function CommentFields({ settings, words }: Props) {
  const days = (name: 'commentsOldAfter' | 'commentsCloseAfter', min: number) => (
    <Field name={name} label={words[name]} hint={words[`${name}Hint`]} type="number" min={min} max={3650} defaultValue={String(settings[name])} />
  )
  return (
    <>
      <Select name="comments" label={words.mode} hint={words.modeHint} defaultValue={settings.comments}>{options(words.modes)}</Select>
      <Field name="commentsTrustAfter" label={words.commentsTrustAfter} hint={words.commentsTrustAfterHint} type="number" min={1} max={20} defaultValue={String(settings.commentsTrustAfter)} />
      {days('commentsOldAfter', 1)}
      {days('commentsCloseAfter', 0)}
      <Select name="commentsOrder" label={words.order} defaultValue={settings.commentsOrder}>{options(words.orders)}</Select>
      <Field name="commentsPerPage" label={words.commentsPerPage} type="number" min={10} max={200} defaultValue={String(settings.commentsPerPage)} />
    </>
  )
}
