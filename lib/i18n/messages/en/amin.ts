import type { amin as id } from '../id/amin'

export const amin: typeof id = {
  say: 'Amen',
  to: (name) => `to ${name}’s comment`,
  noted: 'Your amen is noted.',
  unsent: 'Not sent. Check your connection, then press again.',
  wrong: {
    unreadable: 'We could not read this. Open the post and press Amen there.',
    origin: 'This was sent from another site, so we did not count it. Open the post and press Amen there.',
    gone: 'This post or comment is no longer there.',
  },
}
