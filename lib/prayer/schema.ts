import { z } from 'zod'
import { tidyText } from '@/lib/comments/schema'
import { oneLine } from '@/lib/one-line'

const line = (text: string) => oneLine(tidyText(text))
const lines = (text: string) => tidyText(text).replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim()

/** What somebody entrusts to the authors. Messages are names of sentences in `messages.prayer.wrong`. */
export const prayerInput = z.object({
  name: z.string().default('').transform(line).pipe(z.string().max(80, 'nameLong')),
  body: z.string('body').transform(lines).pipe(z.string().min(1, 'body').max(5000, 'bodyLong')),
  /** A field that people do not see and robots fill in. */
  website: z.string().default('').catch('x'),
})
export type PrayerInput = z.infer<typeof prayerInput>
