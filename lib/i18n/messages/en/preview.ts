import type { preview as id } from '../id/preview'

export const preview: typeof id = {
  of: (title) => `Preview: ${title}`,
  back: 'Back to the post',
  lead: 'Exactly what readers see, but for the comment form.',
  widths: 'Width of the screen',
  phone: 'Phone',
  desktop: 'Computer',
  frame: 'The page as readers see it',
  alone: 'Open by itself',
  share: 'Share for review',
  shareLead: 'Whoever has this link can read this post without signing in, until it ends or you revoke it. Their reading is not counted.',
  days: 'Valid for',
  lifetimes: { 1: 'one day', 7: 'seven days', 30: 'thirty days' },
  make: 'Make a link',
  making: 'Making a link…',
  made: (when) => `This link is valid until ${when}. Copy it now: once this page is closed it cannot be shown again.`,
  open: 'Links that are open',
  until: (when) => `valid until ${when}`,
  by: (name) => `made by ${name}`,
  revoke: 'Revoke',
  revoked: 'The link was revoked.',
}
