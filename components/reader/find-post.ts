import { cache } from 'react'
import { findPublishedPost } from '@/lib/posts/queries'

/** The public post or page at `path`, looked up once for a page and its head. */
export const findPost = cache(findPublishedPost)
