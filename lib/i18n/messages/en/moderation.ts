import type { Messages } from '../../messages'

export const moderation: Messages['moderation'] = {
  title: 'Comments',
  queues: { held: 'Waiting', visible: 'Shown', spam: 'Spam', deleted: 'Deleted' },
  approve: 'Approve',
  spam: 'Spam',
  remove: 'Delete',
  hold: 'Put back',
  reply: 'Reply',
  send: 'Send reply',
  replyLabel: (name) => `Reply to ${name}`,
  on: 'on',
  answering: (name) => `answering ${name}`,
  empty: {
    held: 'No comments are waiting. Have a good rest.',
    visible: 'No comments are shown yet.',
    spam: 'No spam.',
    deleted: 'No deleted comments.',
  },
  by: (name) => `comment by ${name}`,
  approved: 'The comment is shown.',
  done: 'Done.',
  replied: 'Your reply is shown.',
  older: 'Older',
  newer: 'Newer',
}
