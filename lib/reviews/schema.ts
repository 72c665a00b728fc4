import { z } from 'zod'

/** PostgreSQL stores no NUL. */
export const noteBody = z.string().overwrite((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim()).max(4000, 'form.too_long')
export const writtenNote = noteBody.refine((text) => text !== '', 'form.required')
