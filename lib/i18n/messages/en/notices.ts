import type { notices as id } from '../id/notices'

export const notices: typeof id = {
  newSubject: (title) => `New comment: ${title}`,
  newText: ({ to, by, title, body, isHeld, isLast, answering, links, queue }) =>
    [
      `Hello ${to},`,
      `${by} ${answering ? `answered ${answering}’s comment` : 'commented'} on “${title}”:`,
      body,
      isHeld ? 'It is not shown yet; it waits for you.' : 'It is shown already.',
      [isHeld && `Approve: ${links['comment-approve']}`, `Spam: ${links['comment-spam']}`, `Delete: ${links['comment-delete']}`].filter(Boolean).join('\n'),
      'These links show the comment first; only the button on that page acts. They are yours alone and last 14 days, so please do not forward this mail.',
      `Everything that waits: ${queue}`,
      isLast && 'There have been many new comments within the hour. To spare your mailbox, the next ones are not announced one by one; you will find them at the address above.',
    ].filter(Boolean).join('\n\n'),
  answerSubject: (site) => `Your comment on ${site} was answered`,
  answerText: ({ to, by, title, body, address, off }) =>
    [
      `Hello ${to},`,
      `${by} answered your comment on “${title}”:`,
      body,
      `Read it here: ${address}`,
      `You get this mail because you asked for it when you commented. If you would rather not, open this link and press the button:\n${off}`,
    ].join('\n\n'),
  prayerSubject: (site) => `A new prayer request on ${site}`,
  prayerText: (to, address) =>
    `Hello ${to},\n\nSomebody has left a prayer request. This mail says nothing of it; please read it in the writing room:\n${address}`,
  testSubject: (site) => `A test mail from ${site}`,
  testText: (to) => `Hello ${to},\n\nIf you can read this, your blog sends its mail as it should.`,
  page: {
    'comment-approve': { title: 'Approve this comment?', press: 'Approve', done: 'The comment is approved and shown below its post.' },
    'comment-spam': { title: 'Mark this comment as spam?', press: 'Mark as spam', done: 'The comment is marked as spam and not shown.' },
    'comment-delete': { title: 'Delete this comment?', press: 'Delete', done: 'The comment is deleted.' },
    'answers-off': { title: 'Stop hearing of answers?', press: 'Stop', done: 'Very well. You will not hear of answers any more, unless you ask for it again.' },
  },
  offLead: (email) => `No more news of answers will be sent to ${email}. Your comments stay.`,
  state: { held: 'not shown yet', visible: 'shown', spam: 'marked as spam', deleted: 'deleted' },
  doneTitle: 'Done',
  on: 'on',
  answering: (name) => `Answering ${name}:`,
  queue: 'See all comments',
  home: 'To the front page',
}
