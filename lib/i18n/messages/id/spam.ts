/** Why a comment was let through, held or taken for spam, in a few words each. */
export const spam = {
  decisions: { publish: 'Tampak wajar', hold: 'Perlu dilihat dulu', spam: 'Tampak seperti spam' },
  reasons: {
    word: (words?: string) => (words ? `kata dari daftar: ${words}` : 'kata dari daftar'),
    name: (detail?: string) => (detail ? `nama seperti iklan: ${detail}` : 'nama seperti iklan'),
    link: (host?: string) => (host ? `tautan ke ${host}` : 'ada tautan'),
    brand: (name?: string) => (name ? `seperti nama situs judi: ${name}` : 'seperti nama situs judi'),
    contact: () => 'nomor atau alamat untuk dihubungi',
    pitch: () => 'ajakan atau penawaran',
    masked: (word?: string) => (word ? `huruf disamarkan: ${word}` : 'huruf disamarkan'),
    learnt: (words?: string) => (words ? `mirip spam yang pernah ada: ${words}` : 'mirip spam yang pernah ada'),
    person: (words?: string) => (words ? `orang yang bercerita atau bertanya: ${words}` : 'orang yang bercerita atau bertanya'),
    clean: () => 'mirip komentar yang wajar',
  },
}
