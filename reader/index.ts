import { enhanceAmin } from './amin'
import { enhanceComments } from './comment-form'
import { countView } from './count-view'
import { showEditLink } from './edit-link'
import { findComment } from './find-comment'
import { keepOwnOfPage } from './own-comments'
import { suggest } from './suggestions'
import { offerThemes } from './theme'
import { playVideos } from './video'

// Each is whole without the others, and the page is whole without all of them.
for (const enhance of [offerThemes, countView, enhanceAmin, keepOwnOfPage, enhanceComments, findComment, showEditLink, playVideos, suggest]) {
  try {
    enhance()
  } catch (error) {
    console.error(error)
  }
}
