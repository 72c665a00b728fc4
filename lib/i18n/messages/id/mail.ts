export const mail = {
  heading: 'Surat (email)',
  none: 'Blog ini belum bisa mengirim email: pengelola server belum mengisi SMTP_URL. Semua yang lain tetap berjalan; komentar baru terlihat di antrean.',
  by: (server: string, sender: string) => `Dikirim lewat ${server}, atas nama ${sender}.`,
  waiting: (count: string) => `${count} surat menunggu; yang belum terkirim dicoba lagi sendiri.`,
  allSent: 'Tidak ada surat yang menunggu.',
  test: 'Kirim percobaan',
  sent: (to: string, said: string) => `Terkirim ke ${to}. Jawaban server: ${said}`,
  notSent: (said: string) => `Tidak terkirim. Jawaban server: ${said}`,
  notices: 'Kabari penulis dan penyunting lewat email kalau ada komentar baru',
  data: 'Data pembaca',
  forgetAfter: 'Lupakan email dan sidik pengomentar setelah (bulan)',
  forgetHint: 'Nama dan isi komentar tetap tampil; yang tidak tampil dihapus.',
}
