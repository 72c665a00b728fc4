import type { Messages } from '../../messages'

export const figures: Messages['figures'] = {
  title: 'Figures',
  windows: { '7': '7 days', '30': '30 days', '365': '1 year' },
  range: 'Range',
  lead: (week, today) => `${week} readers in the last seven full days. Today has only begun; ${today} have read already.`,
  perDay: 'Readers per day',
  perWeek: 'Readers per seven days',
  chart: (from, to, most, when) => `Bar chart of readers, ${from} to ${to}. Most on ${when}: ${most} readers.`,
  table: 'Show as a table',
  day: 'Day',
  readers: 'Readers',
  today: 'today',
  most: 'Most read',
  postTitle: 'Title',
  share: 'Compared',
  none: 'Nothing was read in this range yet.',
  why: 'Why this figure?',
  whyLead: (received, dropped) =>
    `One person counts once a day for one post, after it was seen on the screen. Readers’ addresses are not stored. In this range ${received} hits arrived; ${dropped} were not counted:`,
  reasons: {
    bot: 'robots and crawlers',
    duplicate: 'the same reader again on the same day',
    prefetch: 'prepared by a browser and never seen',
    staff: 'authors and editors themselves',
    'cross-site': 'requests from other sites',
    'unknown-post': 'posts that do not exist or are not public',
    malformed: 'broken requests',
  },
  counted: 'readers counted',
}
