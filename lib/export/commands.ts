import { record } from '@/lib/activity/record'
import { transact } from '@/lib/db/transaction'
import { operator } from '@/lib/users/commands'
import type { ExportFormat } from './options'

/** Whoever owns the blog can see that its content was taken out; only the operator at the server can do that. */
export async function recordExport(format: ExportFormat): Promise<void> {
  await transact((tx) => record(tx, operator, 'site.export', 'site', format))
}
