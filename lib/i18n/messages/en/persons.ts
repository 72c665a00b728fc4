import type { persons as id } from '../id/persons'

export const persons: typeof id = {
  title: 'One reader’s data',
  lead: 'When somebody asks to see or remove their data, find it here by their e-mail address. If they left none, open this from one of their comments.',
  email: 'The reader’s e-mail address',
  find: 'Find',
  found: (count) => `${count} comments found.`,
  from: (emails) => `E-mail: ${emails}.`,
  noEmail: 'No e-mail address.',
  download: 'Download the data',
  erase: 'Erase all of it',
  sure: (count) => `Erase these ${count} comments with their e-mail and hashes? This cannot be undone.`,
  erased: (count) => `${count} comments are erased. Those that others have answered leave an empty place.`,
  nothing: 'Nothing is kept any more.',
}
