import type { calendar as id } from '../id/calendar'

export const calendar: typeof id = {
  title: 'Calendar',
  link: 'Calendar',
  months: 'Months',
  before: 'Month before',
  after: 'Month after',
  thisMonth: 'This month',
  zone: (zone) => `All times are ${zone}.`,
  gaps: (count) => `${count} coming days of this month are still empty.`,
  noGaps: 'No empty day is left in this month.',
  past: 'This month is over.',
  empty: 'empty',
  write: 'Write',
  writeFor: (day) => `Write for ${day}`,
  taken: 'a colleague’s post',
  out: 'published',
  due: 'scheduled',
  ready: 'Drafts that can be scheduled',
  readyLead: (day, time) => `One press puts a draft on the next empty day: ${day}, ${time}.`,
  plan: (day) => `Schedule ${day}`,
  noDrafts: 'No draft is waiting.',
}
