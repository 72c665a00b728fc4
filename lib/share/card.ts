import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createElement as h, type ReactNode } from 'react'
import sharp from 'sharp'
import { drawableText, shortened, titleSize, type CardText } from './card-text'

const size = { width: 1200, height: 630 }
const coverWidth = 420
const edge = 72
const paper = '#fbf8f1'
const ink = '#2a2622'
const soft = '#62594e'
const nila = '#2c4a78'

/**
 * The picture that messengers show beside a link (Open Graph, 1200×630 px, JPEG well below the 300 KB that WhatsApp
 * takes): name, title and nats, with the cover on the right where there is one. The font comes with the app, so that
 * neither a host nor the system's fonts are needed.
 */
export async function drawCard(text: CardText, cover: Buffer | null): Promise<Buffer> {
  // Loaded when the first one is drawn; most starts never need it.
  const { default: satori } = await import('satori')
  const svg = await satori(layout(text, cover !== null), { ...size, fonts: await fonts() })
  const layers = cover ? [{ input: await sharp(cover).resize(coverWidth, size.height, { fit: 'cover' }).toBuffer(), left: size.width - coverWidth, top: 0 }] : []
  return sharp(Buffer.from(svg)).resize(size.width, size.height).flatten({ background: paper }).composite(layers).jpeg({ quality: 82, mozjpeg: true }).toBuffer()
}

function layout(text: CardText, hasCover: boolean): ReactNode {
  const width = size.width - 2 * edge - (hasCover ? coverWidth - edge / 3 : 0)
  const [site, nats] = [shortened(drawableText(text.site), hasCover ? 34 : 56), shortened(drawableText(text.nats), hasCover ? 32 : 50)]
  // A title in a script that the font has not: the blog's name is better than boxes.
  const title = shortened(drawableText(text.title) || site, hasCover ? 90 : 140)
  return h('div', { style: { ...size, boxSizing: 'border-box', display: 'flex', flexDirection: 'column', justifyContent: 'space-between', padding: edge, backgroundColor: paper, color: ink, fontFamily: 'Serif' } },
    h('div', { style: { display: 'flex', alignItems: 'center', fontSize: 34, color: soft, width, height: 48, overflow: 'hidden' } },
      shelter(), h('div', { style: { marginLeft: 18, display: 'flex', width: width - 78, height: 48, wordBreak: 'break-word' } }, site)),
    h('div', { style: { display: 'flex', width, fontSize: titleSize(title, { width, lines: hasCover || title.length > 70 ? 4 : 3 }), fontWeight: 600, lineHeight: 1.14, maxHeight: 340, overflow: 'hidden', wordBreak: 'break-word' } }, title),
    h('div', { style: { display: 'flex', width, fontSize: 42, color: nila, height: 58, overflow: 'hidden', wordBreak: 'break-word' } }, nats))
}

function shelter(): ReactNode {
  return h('svg', { width: 60, height: 34, viewBox: '0 0 30 17' },
    h('path', { d: 'M3 15a12 12 0 0 1 24 0M10.5 15a4.5 4.5 0 0 1 9 0M0 16h30', fill: 'none', stroke: nila, strokeWidth: 1.6 }))
}

let loaded: ReturnType<typeof loadFonts> | undefined
const fonts = () => (loaded ??= loadFonts())

/** Source Serif 4 (SIL Open Font License), from its package. */
async function loadFonts() {
  const folder = join(process.cwd(), 'node_modules/@fontsource/source-serif-4/files')
  const read = async (part: string, weight: 400 | 600) => ({
    name: 'Serif', weight, style: 'normal' as const, data: await readFile(join(folder, `source-serif-4-${part}-${weight}-normal.woff`)),
  })
  return Promise.all([read('latin', 400), read('latin', 600), read('latin-ext', 400), read('latin-ext', 600)])
}
