export type Contacts = { phones: number; mails: number; handles: number; accounts: number }

const figureWords: Record<string, string> = { nol: '0', kosong: '0', satu: '1', dua: '2', tiga: '3', empat: '4', lima: '5', enam: '6', tujuh: '7', delapan: '8', lapan: '8', sembilan: '9' }
const spelledFigures = new RegExp(String.raw`\b(?:${Object.keys(figureWords).join('|')})\b`, 'gi')
const phone = /(?<![\d.,])(?:\+\s?\d{1,3}|0|62)[\s.\-–()]*\d(?:[\s.\-–()]{0,2}\d){7,13}(?!\d)/g
const mail = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/gi
const handle = /(?<![\w.])@\s?[a-z][\w.]{3,}/gi
const account = /\b(?:bca|bri|bni|mandiri|bsi|rek(?:ening)?|dana|gopay|ovo|norek)\b\D{0,14}\d[\d\s.-]{7,}/gi

/** Ways to get in touch that a text gives. */
export function findContacts(text: string): Contacts {
  const inFigures = text.replace(spelledFigures, (word) => figureWords[word.toLowerCase()]!).replace(/(?<=\b\d)\s(?=\d\b)/g, '')
  const count = (pattern: RegExp, where = text) => where.match(pattern)?.length ?? 0
  return { phones: count(phone, inFigures), mails: count(mail), handles: count(handle, text.replace(mail, '')), accounts: count(account) }
}
