import { isAppError } from '@/lib/errors'
import { storePicture } from '@/lib/media/commands'
import type { OwnPicture } from './work'

/** Keeps a picture that came with the file, as one that is uploaded; null for what is none that can be shown. */
export async function takePicture(bytes: Buffer, filename: string): Promise<OwnPicture | null> {
  try {
    const media = await storePicture({ bytes, filename, alt: '', uploaderId: null })
    return { mediaId: media.id, width: media.width, height: media.height, widths: JSON.parse(media.widths) as number[] }
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid') return null
    throw error
  }
}
