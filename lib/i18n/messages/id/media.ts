export const media = {
  title: 'Gambar',
  upload: 'Unggah gambar',
  uploading: 'Mengunggah…',
  failed: 'Gambar belum terkirim. Periksa sambungan internet Anda, lalu coba lagi.',
  none: 'Belum ada gambar. Unggah yang pertama di sini atau langsung dari tulisan.',
  alt: 'Keterangan gambar',
  altHint: 'Untuk pembaca yang tidak melihat gambarnya.',
  usedIn: 'Dipakai di',
  unused: 'Belum dipakai',
  remove: 'Hapus',
  sure: 'Hapus gambar ini untuk selamanya?',
}
