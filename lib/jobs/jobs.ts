import { forgetOldActivity } from '@/lib/activity/record'
import { showNewAmins } from '@/lib/amin/changed'
import { forgetOldAmins } from '@/lib/amin/commands'
import { backUpDaily } from '@/lib/backup/job'
import { closeDue } from '@/lib/comments/close-due'
import { forgetOldPurges } from '@/lib/db/purge-feed'
import { tellHub } from '@/lib/feeds/hub'
import { goOnWithImports } from '@/lib/import/go-on'
import { sendOutgoing } from '@/lib/mail/outbox'
import { forgetCommenters } from '@/lib/people-data/commands'
import { publishDue } from '@/lib/posts/publish-due'
import { forgetOldPrayers } from '@/lib/prayer/commands'
import { emptyOldTrash } from '@/lib/posts/trash'
import { forgetOldPreviews } from '@/lib/preview-links/commands'
import { goOnWithPictures } from '@/lib/remote-pictures/commands'
import { forgetOldLimits } from '@/lib/rate-limit'
import { forgetOldSessions } from '@/lib/signing-in/sessions'
import { thinRevisions } from '@/lib/revisions/thinning'
import { forgetRemovedPeople } from '@/lib/users/remove'
import { forgetOldViews } from '@/lib/views/commands'
import { refreshRankings } from '@/lib/views/ranking'
import { moveWindows } from '@/lib/views/windows'
import { turnTheDay } from './midnight'
import type { Job } from './runner'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** What runs by the clock. */
export const jobs: Job[] = [
  { name: 'publish what is due', every: second, run: publishDue },
  { name: 'close comments', every: minute, run: () => closeDue() },
  { name: 'turn the day', every: second, run: () => turnTheDay() },
  { name: 'move what is ranked', every: second, run: () => moveWindows() },
  { name: 'rank what was read', every: minute, run: refreshRankings },
  { name: 'send mail', every: 5 * second, run: sendOutgoing },
  { name: 'tell the hub', every: 15 * second, run: tellHub },
  { name: 'go on with imports', every: second, run: goOnWithImports },
  { name: 'go on with pictures', every: 10 * second, run: goOnWithPictures },
  { name: 'show new amins', every: minute, run: showNewAmins },
  { name: 'forget who said amin', every: hour, run: forgetOldAmins },
  { name: 'back up daily', every: 10 * minute, run: (now) => backUpDaily(now) },
  { name: 'forget who read what', every: hour, run: forgetOldViews },
  { name: 'forget commenters', every: hour, run: forgetCommenters },
  { name: 'forget prayer requests', every: hour, run: forgetOldPrayers },
  { name: 'empty old trash', every: hour, run: emptyOldTrash },
  { name: 'thin revisions', every: hour, run: thinRevisions },
  { name: 'forget old previews', every: hour, run: forgetOldPreviews },
  { name: 'forget old sessions', every: hour, run: forgetOldSessions },
  { name: 'forget old limits', every: hour, run: forgetOldLimits },
  { name: 'forget old activity', every: hour, run: forgetOldActivity },
  { name: 'forget removed people', every: hour, run: forgetRemovedPeople },
  { name: 'forget old purges', every: hour, run: forgetOldPurges },
]
