import type { labels as id } from '../id/labels'

export const labels: typeof id = {
  title: 'Labels',
  lead: 'Labels gather posts that belong together. A new one is made when a post first uses it.',
  none: 'No labels yet. Add them while you write.',
  posts: (all, shown) => `${all} posts, ${shown} published`,
  change: 'Change',
  changeNamed: (name) => `Change label ${name}`,
  view: 'View',
  viewNamed: (name) => `View label ${name} on the site`,
  heading: (name) => `Label ${name}`,
  rename: 'Rename',
  name: 'Name of the label',
  renameHint: 'Its old address will lead to the new one.',
  save: 'Save name',
  existsAsk: (from, into, posts) =>
    `There is a label ${into} already. Merge them? Everything under ${from} (${posts}) comes under ${into}, and ${from} is no more. Its old address will lead there.`,
  mergeNow: (into) => `Merge into ${into}`,
  merge: 'Merge into another label',
  into: 'Into which label',
  mergeHint: 'Its posts come under that label, and its old address leads there.',
  mergeAction: 'Merge',
  delete: 'Delete label',
  deleteHint: (posts) => `Its posts (${posts}) stay, only without this label. The label’s address will say that it is gone.`,
  reallyDelete: (name) => `Yes, delete label ${name}`,
  said: {
    renamed: 'The label has its new name. Its old address leads there.',
    merged: 'The labels are one. The old address leads there.',
    deleted: 'The label is deleted. Its posts are still there.',
  },
  back: 'Labels',
}
