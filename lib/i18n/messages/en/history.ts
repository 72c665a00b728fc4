import type { history as id } from '../id/history'

export const history: typeof id = {
  title: 'History',
  of: (title) => `History: ${title}`,
  back: 'Back to the post',
  lead: 'Every pause and every publication is kept here. Old ones thin out by themselves; what was published stays.',
  none: 'No history yet: this post was never changed here.',
  kind: { saved: 'Saved', published: 'Published', restored: 'Restored', imported: 'Imported' },
  by: (name) => `by ${name}`,
  older: 'Older',
  newest: 'Newest',
  now: 'latest version',
  version: (when) => `Version of ${when}`,
  changed: 'What changed since the version before',
  first: 'The first version',
  nothing: 'Nothing changed since the version before.',
  formOnly: 'The words are the same; only their form (such as bold or italic) changed.',
  added: 'Added:',
  removed: 'Removed:',
  restore: 'Go back to this version',
  restored: 'Back to that version. The one before stays in the history.',
  restoredPublic: 'Back to that version in the editor. Readers see it once you press Update.',
  field: {
    title: 'Title', natsRef: 'Verse (nats)', natsText: 'Words of the verse', bacaan: 'Reading (bacaan)', body: 'Text', pertanyaan: 'Questions to ponder', doa: 'Prayer', lagu: 'Song',
    labels: 'Labels', description: 'Description for search engines', slug: 'Address', coverId: 'Cover picture', coverAlt: 'Description of the picture', commentsOpen: 'Readers may comment',
  },
}
