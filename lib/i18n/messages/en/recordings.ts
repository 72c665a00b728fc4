import type { recordings as id } from '../id/recordings'

export const recordings: typeof id = {
  upload: 'Upload a recording',
  uploading: 'Uploading…',
  failed: 'The recording was not sent. Check your connection, then try again.',
  none: 'No recordings yet. Upload the first: MP3, M4A, OGG or WAV.',
}
