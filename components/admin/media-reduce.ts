/** The widest that is kept on the server; a phone's photo is twice that and four times the bytes. */
const widest = 1920
const worthIt = 500 * 1024
/** Photos. Drawings lose by it, and what moves would stand still. */
const photos = /^image\/(jpeg|heic|heif|webp)$/

/**
 * A phone's photo in the size that is kept, upright, and without place and camera, before it is sent: on a slow
 * network that is seconds in place of minutes. What cannot be read here is sent as it is, and the server does it.
 */
export async function reducePhoto(file: File): Promise<Blob> {
  if (!photos.test(file.type) || file.size < worthIt || (await isMoving(file))) return file
  try {
    const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, widest / drawn.width)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(drawn.width * scale)
    canvas.height = Math.round(drawn.height * scale)
    canvas.getContext('2d')!.drawImage(drawn, 0, 0, canvas.width, canvas.height)
    drawn.close()
    // WebP may be see-through; a browser that cannot write it gives PNG, which is then not smaller.
    const type = file.type === 'image/webp' ? 'image/webp' : 'image/jpeg'
    const reduced = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, type, 0.86) })
    return reduced && reduced.size < file.size ? reduced : file
  } catch {
    return file
  }
}

/** An animated WebP says so in its head. */
async function isMoving(file: File): Promise<boolean> {
  if (file.type !== 'image/webp') return false
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  return new TextDecoder('latin1').decode(head).includes('ANIM')
}
