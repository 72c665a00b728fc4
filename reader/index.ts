import { enhanceAmin } from './amin'
import { enhanceComments } from './comment-form'
import { countView } from './count-view'
import { showEditLink } from './edit-link'
import { findComment } from './find-comment'
import { keepOwnOfPage } from './own-comments'
import { suggest } from './suggestions'
import { offerThemes } from './theme'
import { playVideos } from './video'

// Each is whole without the others, and the page is whole without all of them. The chosen colours come at once; the
// rest one by one, so that a slow phone can scroll in between.
offerThemes()
for (const enhance of [countView, enhanceAmin, keepOwnOfPage, enhanceComments, findComment, showEditLink, playVideos, suggest]) setTimeout(enhance)
