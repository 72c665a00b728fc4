/** Hosts of Blogger's that make a picture in any size, named in its address. */
const blogger = /(?:^|\.)(?:bp\.blogspot\.com|googleusercontent\.com|ggpht\.com)$/
/** As `/s320/`, `/s1600-h/`, `/w640-h426/` before the file's name. */
const folder = /\/(?:s\d+|w\d+(?:-h\d+)?|h\d+)(?:-[a-z\d]+)*\/(?=[^/]*$)/
/** As `=s320`, `=w320-h214-c`. */
const suffix = /=(?:s\d+|w\d+(?:-h\d+)?|h\d+)(?:-[a-z\d]+)*$/

/** The picture's one address whatever size was asked for: the largest that its host kept. */
export function largestForm(address: string): string {
  return inSize(address, 0)
}

/** The same picture, at most `pixels` wide and high, where its host can do that; otherwise as it is. */
export function inSize(address: string, pixels: number): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (!blogger.test(url.hostname)) return url.href
  url.protocol = 'https:'
  if (folder.test(url.pathname)) url.pathname = url.pathname.replace(folder, `/s${pixels}/`)
  else if (suffix.test(url.pathname)) url.pathname = url.pathname.replace(suffix, `=s${pixels}`)
  return url.href
}

/** The size that an address asks for, where it names both sides. */
export function sizeIn(address: string): { width: number; height: number } | null {
  const match = /[/=]w(\d+)-h(\d+)(?:-[a-z\d]+)*(?:\/[^/]*)?$/.exec(address)
  return match ? { width: Number(match[1]), height: Number(match[2]) } : null
}

/** What the picture's file was called, as albums have it; empty where the address does not say. */
export function fileNameIn(address: string): string {
  if (!URL.canParse(address)) return ''
  const last = new URL(address).pathname.split('/').at(-1) ?? ''
  try {
    return /\.[a-z\d]{2,5}$/i.test(last) ? decodeURIComponent(last) : ''
  } catch {
    return ''
  }
}

const pictureEnd = /\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic|avif)$/i

/** Whether a link leads to the picture that stands in it. */
export function isSamePicture(href: string, src: string): boolean {
  if (!URL.canParse(href) || !URL.canParse(src)) return false
  if (largestForm(href) === largestForm(src)) return true
  const [a, b] = [new URL(href), new URL(src)]
  if (blogger.test(a.hostname) && blogger.test(b.hostname) && fileNameIn(href) !== '' && fileNameIn(href) === fileNameIn(src)) return true
  // WordPress: perahu-300x200.jpg stands for perahu.jpg.
  const bare = (url: URL) => url.hostname + url.pathname.replace(/-\d+x\d+(?=\.\w+$)/, '')
  return pictureEnd.test(a.pathname) && bare(a) === bare(b)
}
