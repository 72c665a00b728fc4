import { change } from './rows/change.mjs'
import { cold } from './rows/cold.mjs'
import { comments } from './rows/comments.mjs'
import { floods } from './rows/flood.mjs'
import { bringIn } from './rows/import.mjs'
import { lighthouseRows } from './rows/lighthouse.mjs'
import { postPage } from './rows/post-page.mjs'
import { sizes } from './rows/sizes.mjs'
import { start } from './rows/start.mjs'
import { views } from './rows/views.mjs'
import { warm } from './rows/warm.mjs'
import { writing } from './rows/writing.mjs'

/** In the order of the table. */
export const groups = { 'post-page': postPage, change, warm, cold, flood: floods, sizes, lighthouse: lighthouseRows, start, views, comments, writing, import: bringIn }
