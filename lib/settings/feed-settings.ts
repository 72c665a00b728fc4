import { z } from 'zod'

export const feedSettings = {
  feedContent: z.enum(['full', 'summary']),
  /** The WebSub hub that is told when something comes out; empty: none. */
  feedHub: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)], 'form.url'),
  /** The id that the blog's feed had where it came from, as `tag:blogger.com,1999:blog-42`; empty: one made of the host. */
  feedId: z.union([z.literal(''), z.string().max(200).regex(/^(tag|urn|https?):[\w;/?:@&=+$.\-!~*'()%,]+$/)]),
}

export const defaultFeedSettings = { feedContent: 'full' as const, feedHub: '', feedId: '' }
