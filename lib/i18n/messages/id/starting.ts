export const starting = {
  title: 'Angka awal dari blog lama',
  lead: 'Sesudah pindah, belum ada yang dihitung di sini. Dengan angka dari blog lama, daftar populer tidak mulai dari nol. Angka ini hanya dipakai untuk peringkat, berkurang sedikit setiap hari, dan habis dalam 90 hari.',
  label: 'Judul atau alamat, dan jumlah pembacanya',
  hint: 'Salin dari halaman Statistik di Blogger lalu tempel di sini, atau tempel CSV: satu tulisan sebaris. Tulisan yang dimasukkan lagi memakai angka yang baru; 0 menghapusnya.',
  set: (count: string) => `Angka awal ${count} tulisan sudah disimpan.`,
  unknown: (names: string, count: string) => `${count} baris tidak dikenali, jadi belum dipakai: ${names}.`,
}
