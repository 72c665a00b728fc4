import type { Messages } from '../../messages'

export const starting: Messages['starting'] = {
  title: 'Starting figures from the old blog',
  lead: 'After a move nothing has been counted here yet. With the old blog’s figures the popular list does not start at nothing. They are used for ranking only, get less each day, and are gone within 90 days.',
  label: 'Title or address, and how many readers',
  hint: 'Copy from Blogger’s Stats page and paste it here, or paste CSV: one post a line. A post entered again takes the new figure; 0 removes it.',
  set: (count) => `Starting figures of ${count} posts are stored.`,
  unknown: (names, count) => `${count} lines were not recognised and are not used: ${names}.`,
}
