import { cold } from './rows/cold.mjs'
import { postPage } from './rows/post-page.mjs'
import { sizes } from './rows/sizes.mjs'

/** In the order of the table. */
export const groups = { 'post-page': postPage, cold, sizes }
