/** Why a file is refused, or a run cannot begin. */
export const importErrors: Record<string, string> = {
  'import.unknown': 'Berkas ini bukan ekspor yang dikenal. Pakai ekspor Blogger (XML, feed.atom, atau arsip Takeout), WordPress (WXR), atau Ghost (JSON).',
  'import.empty': 'Berkas ini kosong.',
  'import.missing': 'Berkas ini tidak ada.',
  'import.truncated': 'Berkas ini terpotong: akhirnya tidak ada. Unduh lagi, lalu coba sekali lagi. Tidak ada yang dimasukkan.',
  'import.broken': 'Berkas ini rusak dan tidak bisa dipastikan maksudnya. Unduh lagi, lalu coba sekali lagi. Tidak ada yang dimasukkan.',
  'import.doctype': 'Berkas ini memuat DOCTYPE atau entitas sendiri, yang tidak pernah ada dalam ekspor blog. Tidak ada yang dimasukkan.',
  'import.encoding': 'Huruf dalam berkas ini memakai pengodean yang tidak dikenal.',
  'import.huge': 'Salah satu isi berkas ini terlalu besar untuk sebuah tulisan. Tidak ada yang dimasukkan.',
  'import.zip': 'Arsip ini rusak dan tidak bisa dibuka. Unduh lagi, lalu coba sekali lagi.',
  'import.zip-path': 'Arsip ini memuat nama berkas yang keluar dari foldernya, jadi ditolak.',
  'import.zip-bomb': 'Arsip ini mengembang terlalu besar saat dibuka, jadi ditolak.',
  'import.zip-empty': 'Di dalam arsip ini tidak ada feed.atom dari Blogger.',
  'import.json': 'Berkas JSON ini rusak atau terpotong. Tidak ada yang dimasukkan.',
  'import.nothing': 'Di dalam berkas ini tidak ada tulisan.',
  'import.busy': 'Pemindahan lain sedang berjalan. Tunggu sampai selesai, atau batalkan dulu.',
}
