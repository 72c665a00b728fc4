/** Choosing a recording, in the editor. */
export const recordings = {
  upload: 'Unggah rekaman',
  uploading: 'Mengunggah…',
  failed: 'Rekaman belum terkirim. Periksa sambungan internet Anda, lalu coba lagi.',
  none: 'Belum ada rekaman. Unggah yang pertama: MP3, M4A, OGG, atau WAV.',
}
