import { enhanceAmin } from './amin'
import { enhanceComments } from './comment-form'
import { countView } from './count-view'
import { showEditLink } from './edit-link'
import { findComment } from './find-comment'
import { keepOwnOfPage } from './own-comments'
import { suggest } from './suggestions'
import { offerThemes } from './theme'
import { playVideos } from './video'

// Each is whole without the others, and the page is whole without all of them: each has a turn of its own, so that one
// that fails stops no other and a slow phone can scroll in between.
for (const enhance of [countView, enhanceAmin, keepOwnOfPage, enhanceComments, findComment, showEditLink, playVideos, suggest, offerThemes]) setTimeout(enhance)
