import type { feeds as id } from '../id/feeds'

export const feeds: typeof id = {
  comment: 'Comment',
  comments: (blog) => `Comments on ${blog}`,
  commentsOn: (post) => `Comments: ${post}`,
  labelled: (labels, blog) => `${labels} · ${blog}`,
  pages: (blog) => `Pages · ${blog}`,
  settings: {
    content: 'Feeds (Atom, RSS) hold',
    contentHint: 'People read feeds in a news reader, and other sites use them.',
    contents: { full: 'Whole posts', summary: 'Only summaries' },
    hub: 'Address of a WebSub hub',
    hubHint: 'If there is one, it is told as soon as something comes out, so that feed readers have it at once. Empty: nobody is told.',
  },
}
