import sharp from 'sharp'

type Derived = { type: string; make: (largest: Buffer) => Promise<Buffer> }

/**
 * Forms of a picture for machines that do not read WebP: made from its largest width when first asked for,
 * and kept beside it. The share picture has the size that link previews show (Open Graph, 1200×630 px).
 */
const forms: Record<string, Derived> = {
  'icon.png': { type: 'image/png', make: (bytes) => sharp(bytes).resize(192, 192, { fit: 'cover' }).png().toBuffer() },
  'share.jpg': {
    type: 'image/jpeg',
    make: (bytes) => sharp(bytes).flatten({ background: '#fbf8f1' }).resize(1200, 630, { fit: 'cover' }).jpeg({ quality: 80, mozjpeg: true }).toBuffer(),
  },
}
export const derivedNames = Object.keys(forms)

/** Undefined when there is no such form. */
export function derivedForm(file: string): Derived | undefined {
  return Object.hasOwn(forms, file) ? forms[file] : undefined
}

export function iconPath(id: number): string {
  return `/media/${id}/icon.png`
}

export function sharePath(id: number): string {
  return `/media/${id}/share.jpg`
}
