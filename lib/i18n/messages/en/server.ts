import type { server as id } from '../id/server'

export const server: typeof id = {
  titles: {
    400: 'This address cannot be read',
    404: 'Page not found',
    405: 'This page is for reading only',
    410: 'This page is gone',
    413: 'That is too large',
    414: 'This address is too long',
    500: 'Something went wrong on our side',
    503: 'The site cannot be opened right now',
  },
  sentences: {
    400: 'There may be a wrong letter in it.',
    404: 'The address may be mistyped, or the post may have moved.',
    405: 'A request like that is not known at this address.',
    410: 'The post at this address was deleted by its author.',
    413: 'Please make it smaller and send it again.',
    414: 'Try the front page and look from there.',
    500: 'The fault has been noted. Please try again in a moment.',
    503: 'Please try again in a little while.',
  },
  busy: { title: 'Search is too busy', sentence: 'Many people are searching. Wait a few seconds, then reload this page.' },
  home: 'To the front page',
}
