import { server as en } from '@/lib/i18n/messages/en/server'
import { server as id } from '@/lib/i18n/messages/id/server'
import { readerPolicy } from './security-headers'
import type { Reply } from './send'

const style = `:root{color-scheme:light dark}body{font:1.125rem/1.7 Charter,Georgia,serif;max-width:34rem;\
margin:20vh auto;padding:0 1.25rem;background:Canvas;color:CanvasText}h1{font-size:1.5rem;line-height:1.3}`

const words = { id, en }

type Language = 'id' | 'en'
export type PlainStatus = keyof typeof id.titles

let siteLanguage: Language = 'id'

/** The language of the last page that could be made; these pages cannot ask the settings. */
export function noteLanguage(html: string): void {
  siteLanguage = /<html[^>]* lang="en/.test(html) ? 'en' : 'id'
}

/**
 * A whole page that needs neither Next nor the database: for an address that cannot be read, and for when
 * not even the page of an error can be made.
 */
export function plainPage(status: PlainStatus, language = siteLanguage): Reply {
  const { titles, sentences } = words[language]
  return pageOf(status, language, titles[status], sentences[status])
}

/** For a search when many search: come back in a moment. */
export function busyPage(language = siteLanguage): Reply {
  const { busy } = words[language]
  const page = pageOf(503, language, busy.title, busy.sentence)
  return { ...page, headers: { ...page.headers, 'retry-after': '5' } }
}

function pageOf(status: PlainStatus, language: Language, title: string, sentence: string): Reply {
  const html =
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${title}</title><style>${style}</style></head>` +
    `<body><main><h1>${title}</h1><p>${sentence}</p>` +
    `<p><a href="/">${words[language].home}</a></p></main></body></html>`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': readerPolicy(html, { siteUrl: 'http://localhost', isDevelopment: false }),
    },
    bodies: { identity: Buffer.from(html) },
  }
}
