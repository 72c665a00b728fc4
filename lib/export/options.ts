/** What leaves the blog besides what everybody can read anyway. */
export type ExportOptions = {
  /** Drafts, what is planned, withdrawn or in the trash. */
  drafts: boolean
  /** E-mail addresses, and comments that nobody has approved. */
  private: boolean
}

export const formats = ['blogger', 'wxr', 'json', 'site'] as const
export type ExportFormat = (typeof formats)[number]
