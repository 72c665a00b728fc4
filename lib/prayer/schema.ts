import { z } from 'zod'
import { tidyLine, tidyLines } from '@/lib/comments/schema'

/** What somebody entrusts to the authors. Messages are names of sentences in `messages.prayer.wrong`. */
export const prayerInput = z.object({
  name: z.string().default('').transform(tidyLine).pipe(z.string().max(80, 'nameLong')),
  body: z.string('body').transform(tidyLines).pipe(z.string().min(1, 'body').max(5000, 'bodyLong')),
  /** A field that people do not see and robots fill in. */
  website: z.string().default('').catch('x'),
})
export type PrayerInput = z.infer<typeof prayerInput>
