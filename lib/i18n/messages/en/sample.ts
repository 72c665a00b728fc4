import type { Messages } from '../../messages'

export const sample: Messages['sample'] = {
  title: 'Sample content',
  lead: (posts) => `This blog still holds ${posts} sample posts, with their comments, labels, pictures and authors.`,
  none: 'There is no sample content on this blog any more.',
  touched: 'Somebody has commented on or changed these; they will go as well:',
  comments: (count) => `${count} comments`,
  changed: 'changed',
  stays: 'Your own posts, their comments and labels stay.',
  remove: 'Remove all sample content',
  sure: 'Remove all sample content? This cannot be undone.',
  removed: 'All sample content is gone.',
}
