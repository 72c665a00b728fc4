const link = /(<a href=")([^"]*)(")/g

/** A clean text with its links to this blog as local ones. @param localise a local address, or null for one elsewhere */
export function localLinks(html: string, localise: (address: string) => string | null): string {
  return html.replace(link, (whole, before: string, href: string, after: string) => {
    const local = localise(href.replaceAll('&amp;', '&'))
    return local === null ? whole : before + local.replaceAll('&', '&amp;') + after
  })
}
