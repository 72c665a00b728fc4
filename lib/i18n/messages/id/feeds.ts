export const feeds = {
  comment: 'Komentar',
  comments: (blog: string) => `Komentar di ${blog}`,
  commentsOn: (post: string) => `Komentar: ${post}`,
  labelled: (labels: string, blog: string) => `${labels} · ${blog}`,
  pages: (blog: string) => `Halaman · ${blog}`,
  settings: {
    content: 'Isi umpan (Atom, RSS)',
    contentHint: 'Umpan dibaca orang lewat aplikasi pembaca berita dan dipakai situs lain.',
    contents: { full: 'Seluruh tulisan', summary: 'Hanya ringkasan' },
    hub: 'Alamat hub WebSub',
    hubHint: 'Kalau diisi, hub ini diberi tahu begitu ada yang terbit, sehingga pembaca umpan mendapatnya seketika. Kosong: tidak ada yang diberi tahu.',
  },
}
