import type { Messages } from '../../messages'

export const media: Messages['media'] = {
  title: 'Pictures',
  upload: 'Upload a picture',
  uploading: 'Uploading…',
  failed: 'The picture was not sent. Check your connection, then try again.',
  none: 'No pictures yet. Upload the first one here, or from within a post.',
  alt: 'Description',
  altHint: 'For readers who do not see the picture.',
  usedIn: 'Used in',
  unused: 'Not used yet',
  remove: 'Delete',
  sure: 'Delete this picture for good?',
}
