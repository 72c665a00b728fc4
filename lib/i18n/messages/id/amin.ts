export const amin = {
  say: 'Amin',
  to: (name: string) => `untuk komentar ${name}`,
  noted: 'Amin Anda tercatat.',
  unsent: 'Belum terkirim. Periksa internet Anda, lalu tekan lagi.',
  wrong: {
    unreadable: 'Kiriman ini tidak bisa kami baca. Buka renungannya, lalu tekan Amin dari sana.',
    origin: 'Ini dikirim dari situs lain, jadi tidak kami hitung. Buka renungannya, lalu tekan Amin dari sana.',
    gone: 'Renungan atau komentar ini sudah tidak ada.',
  },
}
