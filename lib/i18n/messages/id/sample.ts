export const sample = {
  title: 'Isi contoh',
  lead: (posts: string) => `Blog ini masih memuat ${posts} tulisan contoh, dengan komentar, label, gambar, dan penulisnya.`,
  none: 'Tidak ada lagi isi contoh di blog ini.',
  touched: 'Yang berikut sudah dikomentari atau diubah orang, dan akan ikut hilang:',
  comments: (count: string) => `${count} komentar`,
  changed: 'sudah diubah',
  stays: 'Tulisan Anda sendiri, komentarnya, dan labelnya tetap ada.',
  remove: 'Hapus semua isi contoh',
  sure: 'Hapus semua isi contoh? Ini tidak bisa dibatalkan.',
  removed: 'Semua isi contoh sudah dihapus.',
}
