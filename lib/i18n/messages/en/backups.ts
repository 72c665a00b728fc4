import type { backups as id } from '../id/backups'

export const backups: typeof id = {
  title: 'Backups',
  lead: 'A whole copy of this blog: posts, comments, people, pictures and settings, made by itself every day.',
  last: 'The last backup',
  none: 'No backup yet. The first is made by itself within an hour after the blog has started.',
  off: 'Daily backups are turned off.',
  made: (when, size) => `Made ${when}, ${size}.`,
  holds: (posts, comments, pictures, people) => `It holds ${posts} posts and pages, ${comments} comments, ${pictures} pictures, ${people} people.`,
  proven: (when, rows, files) => `Tried by restoring it ${when}: all ${rows} rows and ${files} files came out as they went in.`,
  notProven: 'Not tried by restoring it yet.',
  failed: (when, why) => `The backup of ${when} failed: ${why}`,
  elsewhere: 'Its file lies on another server, or has been moved.',
  outside: {
    inside: 'Not in it: the settings of the server (such as SITE_URL and DATABASE_URL), who is signed in, and mail that waits to be sent.',
    environment: 'Not in it: TEDUH_SECRET and the other settings of the server (such as SITE_URL and DATABASE_URL), who is signed in, and mail that waits to be sent.',
  },
  download: 'Download',
  downloadLead: 'A backup holds everything, e-mail addresses and scrambled passwords too. Keep it where you alone can open it.',
  password: 'Your password',
  give: 'Download the backup',
  keep: 'How many backups to keep',
  keepHint: 'Older ones are deleted. 0 turns daily backups off.',
  restore: 'Restoring is done on the server with npm run teduh -- restore, into a place that is still empty.',
  wrong: 'This password is not right. Try again.',
  tooMany: 'Too many attempts. Wait a while and try again.',
  gone: 'This backup is not there any more. Reload this page.',
}
