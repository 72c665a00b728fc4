type New = {
  to: string; by: string; title: string; body: string; isHeld: boolean; isLast: boolean; answering: string | null; queue: string
  links: Record<'comment-approve' | 'comment-spam' | 'comment-delete', string>
}
type Answer = { to: string; by: string; title: string; body: string; address: string; off: string }

/** Mails, and the pages that their links open. */
export const notices = {
  newSubject: (title: string) => `Komentar baru: ${title}`,
  newText: ({ to, by, title, body, isHeld, isLast, answering, links, queue }: New) =>
    [
      `Halo ${to},`,
      `${by} ${answering ? `membalas komentar ${answering}` : 'menulis komentar'} pada renungan “${title}”:`,
      body,
      isHeld ? 'Komentar ini belum tampil; ia menunggu Anda.' : 'Komentar ini sudah tampil.',
      [isHeld && `Setujui: ${links['comment-approve']}`, `Spam: ${links['comment-spam']}`, `Hapus: ${links['comment-delete']}`].filter(Boolean).join('\n'),
      'Tautan itu menampilkan komentarnya dulu; yang berlaku hanya tombol di halaman itu. Tautannya untuk Anda sendiri, berlaku 14 hari, jadi jangan teruskan surat ini.',
      `Semua komentar yang menunggu: ${queue}`,
      isLast && 'Dalam sejam ini sudah banyak komentar baru. Supaya kotak surat Anda tidak penuh, yang berikutnya tidak kami kabarkan satu per satu; lihat saja di alamat di atas.',
    ].filter(Boolean).join('\n\n'),
  answerSubject: (site: string) => `Komentar Anda di ${site} dibalas`,
  answerText: ({ to, by, title, body, address, off }: Answer) =>
    [
      `Halo ${to},`,
      `${by} membalas komentar Anda pada renungan “${title}”:`,
      body,
      `Baca di sini: ${address}`,
      `Surat ini datang karena Anda minta dikabari ketika berkomentar. Kalau tidak ingin menerimanya lagi, buka tautan ini lalu tekan tombolnya:\n${off}`,
    ].join('\n\n'),
  prayerSubject: (site: string) => `Ada pokok doa baru di ${site}`,
  prayerText: (to: string, address: string) =>
    `Halo ${to},\n\nSeseorang menitipkan pokok doa. Isinya tidak kami tulis di surat ini; bacalah di ruang tulis:\n${address}`,
  testSubject: (site: string) => `Surat percobaan dari ${site}`,
  testText: (to: string) => `Halo ${to},\n\nKalau Anda membaca ini, pengiriman surat dari blog Anda berjalan baik.`,
  page: {
    'comment-approve': { title: 'Setujui komentar ini?', press: 'Setujui', done: 'Komentar sudah disetujui dan tampil di bawah renungannya.' },
    'comment-spam': { title: 'Tandai komentar ini sebagai spam?', press: 'Tandai spam', done: 'Komentar sudah ditandai sebagai spam dan tidak tampil.' },
    'comment-delete': { title: 'Hapus komentar ini?', press: 'Hapus', done: 'Komentar sudah dihapus.' },
    'answers-off': { title: 'Berhenti menerima kabar balasan?', press: 'Berhenti', done: 'Baik. Kami tidak akan mengabari Anda lagi tentang balasan, kecuali Anda memintanya lagi.' },
  },
  offLead: (email: string) => `Kabar balasan tidak akan dikirim lagi ke ${email}. Komentar Anda tetap ada.`,
  state: { held: 'belum tampil', visible: 'sudah tampil', spam: 'ditandai spam', deleted: 'dihapus' },
  doneTitle: 'Sudah',
  on: 'pada',
  answering: (name: string) => `Membalas ${name}:`,
  queue: 'Lihat semua komentar',
  home: 'Ke halaman depan',
}
