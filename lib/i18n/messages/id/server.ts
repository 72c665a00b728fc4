/** Pages that are sent when nothing else can be. */
export const server = {
  titles: {
    400: 'Alamat ini tidak dapat dibaca',
    404: 'Halaman tidak ditemukan',
    405: 'Halaman ini hanya untuk dibaca',
    410: 'Halaman ini sudah tidak ada',
    413: 'Kiriman terlalu besar',
    414: 'Alamat ini terlalu panjang',
    500: 'Ada yang keliru di pihak kami',
    503: 'Situs sedang tidak dapat dibuka',
  },
  sentences: {
    400: 'Mungkin ada huruf yang salah di dalamnya.',
    404: 'Mungkin alamatnya salah ketik, atau tulisannya sudah dipindahkan.',
    405: 'Permintaan seperti itu tidak dikenal di alamat ini.',
    410: 'Tulisan di alamat ini sudah dihapus oleh penulisnya.',
    413: 'Kurangi isinya, lalu coba kirim lagi.',
    414: 'Coba buka halaman depan, lalu cari dari sana.',
    500: 'Kesalahannya sudah dicatat. Silakan coba lagi sebentar lagi.',
    503: 'Silakan coba lagi beberapa saat lagi.',
  },
  busy: { title: 'Pencarian sedang terlalu ramai', sentence: 'Banyak orang sedang mencari. Tunggu beberapa detik, lalu muat ulang halaman ini.' },
  home: 'Ke halaman depan',
}
