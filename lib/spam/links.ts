export type LinkKind = 'known' | 'messenger' | 'short' | 'dubious' | 'dressed' | 'other'
export type Link = { host: string; kind: LinkKind }

const dotWord = /\s*[([{]\s*(?:dot|titik|\.)\s*[)\]}]\s*|\s+(?:dot|titik)\s+/gi
const endings = 'com|net|org|info|biz|id|io|co|me|my|sg|us|uk|ru|cn|in|de|fr|es|eu|be|to|ly|gg|cc|tv|tk|gq|ml|ga|cf|vip|xyz|click|icu|top|shop|store|site|online|live|life|fun|club|win|bet|casino|cam|link|monster|asia|lol|buzz|pro|space|website|world|today|news|app|dev|bio|wiki|cyou|rest|bond|sbs|quest|gift|agency|church|bible|art|blog|page|web|pw|ws|ink|cash|loan|poker|games|game|slot|tech|host|email|group|network|zone|vin|at|sh|la|li|st|do|gd|is|im|ai|ph|th|jp|tw|hk|kh|vn|br|ch|nl|au|ca|it|pl'
const address = new RegExp(String.raw`(?<![a-z0-9-])(?:h(?:tt|xx)ps?:\/\/|www\.)?((?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}(?:${endings}))(?![a-z0-9-]|\.[a-z])(?::\d+)?((?:[/?#])[^\s<>"]*)?`, 'gi')

const trusted = /(?:^|\.)(?:youtube\.com|youtu\.be|wikipedia\.org|wikimedia\.org|sabda\.org|sabda\.net|alkitab\.(?:mobi|app|or\.id|sabda\.org)|biblegateway\.com|biblehub\.com|bible\.com|bible\.org|blueletterbible\.org|katolisitas\.org|spotify\.com|go\.id|ac\.id|sch\.id|google\.com|google\.co\.id|maps\.app\.goo\.gl|kompas\.com|tempo\.co|detik\.com|tirto\.id|kbbi\.web\.id|gotquestions\.org|desiringgod\.org|ligonier\.org|soundcloud\.com|facebook\.com|instagram\.com|kitabisa\.com|zoom\.us|archive\.org|gutenberg\.org|who\.int|vatican\.va|lai\.or\.id|pgi\.or\.id|gki\.or\.id|reformed\.\w+|github\.com|hymnary\.org|patrolisiber\.id|aduankonten\.id|goodreads\.com|gramedia\.com)$/
const pious = /gereja|church|alkitab|bible|sabda|katolik|catholic|kristen|christian|renungan|khotbah|sermon|rohani|sinode|paroki|keuskupan|jemaat|gki|gkj|gbi|gpib|hkbp|gmim|gmit|gkps|gbkp|kidung|pujian|misi|seminari|theolog|teolog|injil|gospel|kasih|yesus|jesus|parish|diocese|hymn|psalm|mazmur|doa|paduansuara|koor/
const churchEnding = /\.(?:or\.id|church|bible)$/
const messenger = /(?:^|\.)(?:t\.me|telegram\.me|wa\.me|whatsapp\.com|wa\.link|discord\.gg|line\.me|lin\.ee|m\.me)$/
const short = /(?:^|\.)(?:bit\.ly|bitly\.com|s\.id|cutt\.ly|tinyurl\.com|shorturl\.at|linkr\.bio|heylink\.me|taplink\.cc|lynk\.id|mez\.ink|linktr\.ee|bit\.do|is\.gd|rebrand\.ly|rb\.gy|ow\.ly|t\.co|goo\.gl|t\.ly|v\.gd|adf\.ly|beacons\.ai|bio\.link|msha\.ke|biolinky\.co|solo\.to|campsite\.bio|terabox\.link|doodstream\.\w+|tiny\.cc|gg\.gg|shrtco\.de)$/
const dubiousEnding = /\.(?:vip|xyz|click|icu|top|shop|store|site|online|live|fun|club|win|bet|casino|cam|link|monster|asia|lol|buzz|pro|tk|gq|ml|ga|cf|cc|cyou|rest|bond|sbs|quest|gift|wiki|bio|ink|cash|loan|poker|games|game|slot|vin|pw|ws|space|website|biz)$/

/** The addresses in a text, also `slot dot vip` and `hxxps://slot[.]com`, each with what it is. */
export function findLinks(text: string, isSpamWord: (part: string) => boolean): Link[] {
  const links = new Map<string, Link>()
  const written = text.replace(dotWord, '.')
  for (const match of written.matchAll(address)) {
    // What stands behind an @ is somebody's mailbox.
    if (written[match.index - 1] === '@') continue
    const host = match[1]!.toLowerCase().replace(/^www\./, '')
    const dressed = written !== text && !text.toLowerCase().includes(host)
    links.set(host, { host, kind: dressed ? 'dressed' : kindOf(host, match[2] ?? '', isSpamWord) })
  }
  return [...links.values()]
}

function kindOf(host: string, rest: string, isSpamWord: (part: string) => boolean): LinkKind {
  if (messenger.test(host)) return 'messenger'
  if (short.test(host)) return 'short'
  if (/\.apk\b/i.test(rest)) return 'dubious'
  if (trusted.test(host)) return 'known'
  const name = host.split('.').slice(0, -1).join('.')
  if (isSpamWord(name)) return 'dubious'
  if (pious.test(name) || churchEnding.test(host)) return dubiousEnding.test(host) ? 'other' : 'known'
  return dubiousEnding.test(host) || /\d{2}/.test(name) ? 'dubious' : 'other'
}
