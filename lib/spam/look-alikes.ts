import confusable from 'unhomoglyph'

/** Letters drawn as other letters that Unicode's own list of look-alikes leaves out. */
const drawn: [letters: string, plain: string][] = [
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnopqrstuvwyz'],
  ['ᗩᗷᑕᗪᗴᖴᏀᕼᏆᒍᏦᒪᗰᑎᝪᑭᖇᔕᎢᑌᐯᗯ᙭', 'abcdefghijklmnoprstuvwx'],
  ['ᎪᏴᏟᎠᎬᎰᏳᎻᏐᎫᏞᎷᏁᎾᏢᏚᏌᏙᏔ', 'abcdefghijlmnopsuvw'],
  ['ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ', 'acefghijkmrtvwy'],
  ['αβγδεζηθικλμνορστυχωϲϳ', 'abydeznoiklmvoprtuxwcj'],
  ['вгдеийкмнптухьяԁԍѕіјһӏ', 'brdeuukmhntyxbrdgsijhl'],
  ['ⲁⲃⲅⲇⲉⲏⲕⲗⲙⲛⲟⲣⲥⲧⲩⲱⳑ', 'abrdenklmnopctywl'],
  ['₳฿₵ĐɆ₣₲ⱧłJ₭Ⱡ₥₦Ø₱Ɽ₴₮ɄVɎⱫ₹øđħŧƀɨɵʉ', 'abcdefghijklmnoprstuvyzrodhtbiou'],
  ['ʃʄƒɡʐʑɛɜʊʋɱɲɳŋʂɖɗɓɠɦ', 'sffgzzeeuvmnnnsddbgh'],
]
const table = new Map(drawn.flatMap(([letters, plain]) => [...letters].map((letter, i) => [letter, [...plain][i]!] as const)))

/** Alphabets in frames (🅰, 🅐) that have no plain form of their own; flags' letters come as words only. */
const framed = [0x1f130, 0x1f150, 0x1f170]
const flagLetters = /[\u{1F1E6}-\u{1F1FF}](?:\s?[\u{1F1E6}-\u{1F1FF}]){2,}/gu

/** The Latin letter that `letter` looks like, or the letter itself. */
export function plainLetter(letter: string): string {
  const code = letter.codePointAt(0)!
  if (code < 0x80) return letter
  const own = table.get(letter) ?? table.get(letter.toLowerCase())
  if (own) return own
  for (const first of framed) if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first)
  const like = confusable(letter)
  return [...like].map((each) => table.get(each) ?? each).join('')
}

/** Letters of flags in a row: two are a country, more are a word. */
export function readFlagLetters(text: string): string {
  return text.replace(flagLetters, (run) => [...run].map((each) => (each === ' ' ? '' : String.fromCharCode(97 + each.codePointAt(0)! - 0x1f1e6))).join(''))
}
