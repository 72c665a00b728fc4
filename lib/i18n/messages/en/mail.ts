import type { mail as id } from '../id/mail'

export const mail: typeof id = {
  heading: 'Mail',
  none: 'This blog cannot send mail yet: whoever looks after the server has not set SMTP_URL. Everything else works; new comments show in the queue.',
  by: (server, sender) => `Sent through ${server}, from ${sender}.`,
  waiting: (count) => `${count} mails wait; what was not sent is tried again by itself.`,
  allSent: 'No mail is waiting.',
  test: 'Send a test',
  sent: (to, said) => `Sent to ${to}. The server answered: ${said}`,
  notSent: (said) => `Not sent. The server answered: ${said}`,
  notices: 'Tell authors and editors of new comments by mail',
  data: 'Readers’ data',
  forgetAfter: 'Forget commenters’ e-mail and hashes after (months)',
  forgetHint: 'Name and text of a comment stay; what is not shown is deleted.',
}
