/** Sentences for AppError, by its reason. */
export const errors: Record<string, string> = {
  not_found: 'Yang Anda cari tidak ditemukan.',
  forbidden: 'Anda tidak berhak melakukan ini.',
  invalid: 'Ada isian yang perlu diperbaiki.',
  conflict: 'Ini sudah diubah orang lain sementara Anda mengerjakannya.',
  too_many: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  unavailable: 'Sedang tidak bisa dilayani. Coba lagi sebentar.',
  unexpected: 'Terjadi kesalahan di pihak kami. Coba lagi sebentar; tulisan Anda tidak hilang.',
  'form.required': 'Bagian ini belum diisi.',
  'form.too_long': 'Isian ini terlalu panjang.',
  'form.email': 'Alamat email ini belum benar. Contoh: nama@contoh.id',
  'form.url': 'Alamat ini belum benar. Contoh: https://contoh.id',
}
