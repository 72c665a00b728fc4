// Gambling sites name themselves WORD+figures or WORD+luck, and change the name each month.

const figures = String.raw`(?:\d?[23456]d|[0-9]{2,4})`
const numbered = new RegExp(String.raw`(?<![\p{L}\p{N}_.@])(\p{L}{1,14})[ -]?(${figures})(?:asia|slot|bet|toto)?(?![\p{L}\p{N}])`, 'giu')
const lucky = /^[a-z]{2,12}(?:hoki|win|bet|toto|jp|slot|slots|poker|gacor|jackpot|maxwin|togel|cuan|qq|spin|vegas|royale)$/
const luckyStart = /^(?:hoki|slot|toto|judi|gacor|maxwin|togel|bandar|jackpot|zeus)[a-z]{2,12}$/
/** Books, hymnals and illnesses that are written with a figure, and names that end like luck. */
const harmless = /^(?:kej|kel|im|bil|ul|ulangan|yos|hak|rut|sam|raj|taw|ezr|neh|est|ayb|ayub|mzm|mazmur|ams|amsal|pkh|kid|yes|yesaya|yer|rat|yeh|dan|hos|yoel|am|ob|yun|mi|mik|nah|hab|zef|hag|za|mal|mat|mrk|markus|luk|lukas|yoh|yohanes|kis|rm|roma|kor|gal|ef|flp|fil|kol|tes|tim|tit|flm|ibr|ibrani|yak|yakobus|ptr|pet|yud|why|wahyu|ps|psalm|isa|jer|rom|cor|eph|phil|col|heb|jas|rev|gen|ex|lev|matt|mark|luke|john|acts|kj|nkb|pkj|kppk|nr|be|bn|km|rt|rw|no|jam|pkl|tgl|th|tahun|thn|covid|mp|hp|hal|umur|usia|kelas|kls|sma|smp|sd|pasal|ayat|gang|gg|jl|blok|lt|angkatan|ke|pukul|pk|jam|bab|edisi|vol|minggu|hari|bulan|juni|juli|mei|maret|april|januari|februari|agustus|september|oktober|november|desember|natal|paskah|g|t|h|a|b|c|vitamin|mg|rp|usd|windows|android|iphone|redmi|samsung|oppo|vivo|xiaomi|galaxy|note|mp|ver|versi|chapter|day|vs|dan|dari|sampai|sekitar|hampir|lebih|kurang|sudah|cuma|hanya|baru|dapat|ada|dengan|di|pada|yang|untuk|the|of|in|on|at|for|is|was|ext|km|pp|uu|nomor|seri|tipe|kurs|skor|top|lagu|nyanyian|telp|wa|hub|call|sms)$/i
const names = /^(?:darwin|edwin|erwin|godwin|goodwin|baldwin|kelvin|marwin|winwin|alwin|irwin|sherwin|alphabet|diabet|tibet|elisabet|elizabet|kuncoro|alfabet|mascuan|otot)$/

/** `isNumbered`: with figures, such as hoki138; the others only end like luck. */
export type Brand = { name: string; isSure: boolean; isNumbered: boolean }

/** Names in a text that look like a gambling site's; `words` in plain letters. `isSpamWord` judges the letters before the figures. */
export function findBrands(line: string, words: string[], isSpamWord: (word: string) => boolean): Brand[] {
  const found = new Map<string, Brand>()
  for (const [whole, word = '', digits = ''] of line.matchAll(numbered)) {
    if (harmless.test(word) || /^(?:19[3-9]\d|20[0-4]\d)$/.test(digits)) continue
    // Apart from its figures only a word of luck is a brand: a room may have the number 303.
    const isApart = /[ -]/.test(whole)
    const isUsual = /^(?:77|88|99|69|96|33|138|168|188|189|303|369|777|888|999|7777|8888|5?00|\d?[2-6]d)$/.test(digits)
    const isLucky = lucky.test(word) || isSpamWord(word)
    if (isApart ? isUsual && isLucky : isUsual || isLucky) found.set(word + digits, { name: word + digits, isSure: isLucky || digits.toLowerCase().endsWith('d') || digits.length > 2, isNumbered: true })
  }
  for (const word of words) {
    if (!names.test(word) && word.length > 4 && ((lucky.test(word) && word.length > 5) || luckyStart.test(word))) found.set(word, { name: word, isSure: false, isNumbered: false })
  }
  return [...found.values()]
}
