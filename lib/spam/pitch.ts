/** How a text sells: asks to get in touch or come and see, offers goods, names a price, promises winnings. */
export type Pitch = { invites: number; offers: number; prices: number; gains: number }

const amount = String.raw`(?:rp\.?\s?\d[\d.,]*|\$\s?\d[\d.,]*|\d[\d.,]*\s?(?:rb|rban|ribu|k|jt|jutaan|juta|m|milyar|miliar|perak|rupiah|usd|dollars?|dolar|usdt|persen|%))(?![a-z\d])`
const any = (...patterns: string[]) => new RegExp(`(?<![a-z\\d])(?:${patterns.join('|')})(?![a-z\\d])`, 'g')

const invites = any(
  String.raw`(?:chat|wa|w\.a|whatsapp|dm|pm|inbox|japri|hub|hubungi|kontak|call|tele|telegram|text|message|telp|email|tanya) (?:aja|saja|aku|saya|sy|sj|kami|admin|ya|yuk|us|me|him|her|now|today|pribadi|langsung|segera|cs|marketing|nomor|eyang|mbah|ki|mami|bpk|bapak|ibu|beliau|dulu|kak)`,
  String.raw`(?:klik|cek|lihat|kunjungi|buka|mampir|singgah|intip|tengok|visit|check|click) (?:ke |di |out |my |our |the )?(?:juga )?(?:nama|profil|bio|story|stori|link|tautan|situs|halaman|lapak|katalog|koleksi|toko|channel|akun|website|site|web|page|mine|here|disini|di sini|sini|google|gugel|ig|instagram)`,
  String.raw`(?:ada|tulis|link|linknya|info|situsnya|tautan)\s?(?:ada )?di (?:bio|profil|profile|story|komen\w*|bawah|gugel|google|deskripsi)`,
  String.raw`(?:daftar|daftarkan|gabung|join|register|registrasi|sign up|ajukan|klaim|claim|download|downlod|unduh|install|order|pesan|beli|borong|booking|subscribe|invest|apply) (?:diri |saja |aja |aku )?(?:sekarang|now|today|disini|di sini|here|segera|langsung|kami|with|yuk|ya|pakai|lewat|di|grup|group|hari ini|via|untuk)`,
  String.raw`(?:yang )?(?:minat|berminat|serius|mau|butuh|tertarik|pengen|pingin|ingin|interested) (?:langsung |bisa |silakan |silahkan |boleh |hub |cek )?(?:dm|pm|chat|inbox|japri|wa|hub|hubungi|komen|ketik|merapat|klik|join|sini|gabung|contact|text)`,
  String.raw`(?:silakan|silahkan|bisa|boleh|langsung|segera|monggo|please|kindly|just|feel free to) (?:di)?(?:hubungi|hub|kontak|contact|chat|wa|whatsapp|text|coba|dicoba|mampir|kunjungi|visit|klik|click|reach|message|join|daftar|komen)|(?:contact|text|reach|message|email|call) (?:him|her|them|me|us|dr|doctor|sir|mr|mrs|pastor|prophet) ?(?:on|at|via|now|today|through)?|(?:saya|aku|kami|kita|sy) (?:bisa |siap |dapat |akan )(?:bantu|membantu|ngabantosan|layani|melayani|kirim)|(?:kami|saya|aku) bantu`,
  String.raw`merapat|buruan|bosku|gas(?:keun|pol)|ikutan yuk|coba (?:deh|aja|dulu|main|di)|cobain|main (?:di sini|disini|di \w+\d|aja|yuk)|ketik mau|sini (?:aku|saya|kak)|aku ajarin|saya ajarin|inbox|kunbal\w*|follback|subscribe balik|sub balik|follow (?:aku|saya|ig|tiktok|dulu)|dijamin|jangan sampai ketinggalan|kuota terbatas|stok terbatas|stock terbatas|slot terbatas|seat terbatas|kursi tinggal|kursi terbatas|tinggal \d+ (?:orang|kursi|slot)`,
)
const offers = any(
  String.raw`jual|dijual|menjual|jualan ku|jualanku|disewakan|menyediakan|kami melayani|melayani (?:pesanan|pengiriman)|menerima pesanan|terima pesanan|terima gadai|jasa|pre order|preorder|po sampai|ready|ready stok|ready stock|cod|nego|grosir|eceran|reseller|dropship\w*|distributor|supplier|agen resmi|franchise|kemitraan|garansi|bergaransi|gratis ongkir|free ongkir|survey gratis|promo|diskon|cashback|voucher|kupon|katalog|portofolio|portfolio|plafon|angsuran|cicilan 0|over kredit|balik dp|shm|tanpa survey|pcs|per sesi|per malam|pengiriman|kirim (?:ke )?seluruh|dikirim ke seluruh|24 jam|testi\w*|original|ori|kw super|open order|open jastip|jastip|tarif|paket mulai|harga mulai|harga (?:murah|miring|pas|grosir|nego|mulai|kompetitif)|termurah|for sale|wholesale|discount|we offer|our services?|services?|guaranteed|price list|lowest price|free quote|cheap\w*`,
)
const prices = any(
  String.raw`(?:mulai|cuma|cuman|hanya|harga|modal|biaya|paket|dp|fee|mahar|tarif|diskon|potongan|bunga|depo|deposit|setor|min|minimal|bayar|only|from|just|rate|komisi|gaji|bonus|saldo|hadiah|limit|pinjaman|pinjam) (?:dari |sebesar |up to |mulai |sampai |cuma |hanya |harian )?${amount}`,
  String.raw`${amount}\s?(?:an|\/\w+|per \w+|sehari|seminggu|sebulan|se-?jam|per hari|a day|per day|an hour|a month|saja|aja|doang|langsung)`,
)
const gains = any(
  String.raw`(?:menang|dapat|dapet|dikasih|dikasi|bawa pulang|cair|dibayar|tembus|pecah|jackpot|untung|profit|wd|withdraw|masuk|hasilkan|penghasilan|earn|make|won|win|nyangkut|cuan|jadi) (?:\w+ ){0,3}${amount}`,
  String.raw`${amount} (?:\w+ ){0,2}(?:jadi|jd|menjadi|cair|masuk|pulang|dibayar)`,
  String.raw`(?:menang|cuan|untung|profit|dibayar|cair) (?:terus|banyak|besar|gede|lancar|tiap hari|setiap hari|lagi)`,
)

/** `line` in plain letters, lower case. */
export function findPitch(line: string): Pitch {
  const count = (pattern: RegExp) => new Set(line.match(pattern)).size
  return { invites: count(invites), offers: count(offers), prices: count(prices), gains: count(gains) }
}
