/** Why there is no backup, or it cannot be put back: one sentence for whoever asked. Nothing has been changed. */
export class BackupError extends Error {
  override name = 'BackupError'
}
