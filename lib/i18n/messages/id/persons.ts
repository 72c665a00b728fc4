export const persons = {
  title: 'Data satu pembaca',
  lead: 'Kalau seseorang minta melihat atau menghapus datanya, cari di sini dengan alamat emailnya. Kalau ia tidak menulis email, bukalah dari salah satu komentarnya.',
  email: 'Alamat email pembaca',
  find: 'Cari',
  found: (count: string) => `${count} komentar ditemukan.`,
  from: (emails: string) => `Email: ${emails}.`,
  noEmail: 'Tidak ada alamat email.',
  download: 'Unduh datanya',
  erase: 'Hapus semuanya',
  sure: (count: string) => `Hapus ${count} komentar ini beserta email dan sidiknya? Ini tidak bisa dibatalkan.`,
  erased: (count: string) => `${count} komentar sudah dihapus. Yang sudah dibalas orang lain meninggalkan tempat kosong.`,
  nothing: 'Tidak ada lagi yang tersimpan.',
}
