import type { Messages } from '../../messages'

export const spam: Messages['spam'] = {
  decisions: { publish: 'Looks fine', hold: 'Somebody should look', spam: 'Looks like spam' },
  reasons: {
    word: (words) => (words ? `words of the list: ${words}` : 'words of the list'),
    name: (detail) => (detail ? `a name like an advertisement: ${detail}` : 'a name like an advertisement'),
    link: (host) => (host ? `a link to ${host}` : 'a link'),
    brand: (name) => (name ? `like the name of a gambling site: ${name}` : 'like the name of a gambling site'),
    contact: () => 'a number or address to get in touch',
    pitch: () => 'an invitation or offer',
    masked: (word) => (word ? `letters in disguise: ${word}` : 'letters in disguise'),
    learnt: (words) => (words ? `like spam from before: ${words}` : 'like spam from before'),
    person: (words) => (words ? `somebody telling or asking: ${words}` : 'somebody telling or asking'),
    clean: () => 'like comments that were fine',
  },
}
