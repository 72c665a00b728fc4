import type { Messages } from '../../messages'

export const admin: Messages['admin'] = {
  skip: 'Skip to the content',
  room: 'Writing room',
  places: { posts: 'Posts', comments: 'Comments', write: 'Write', figures: 'Figures', more: 'More' },
  waiting: 'waiting',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  cancel: 'Cancel',
  show: 'Show',
  hide: 'Hide',
  more: {
    title: 'More',
    pages: 'Pages',
    media: 'Pictures',
    labels: 'Labels',
    menu: 'Menu',
    people: 'People',
    settings: 'Settings',
    profile: 'My profile',
    sample: 'Sample content',
    site: 'View site',
    signOut: 'Sign out',
  },
}
