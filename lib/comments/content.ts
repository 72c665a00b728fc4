import { getSettings } from '@/lib/settings/queries'
import { judgeComment } from '@/lib/spam/judge'
import type { Verdict } from './reasons'

/** What its words alone say of a comment. */
export async function judgeContent({ name, body }: { name: string; body: string }): Promise<Verdict> {
  const { spamWords } = await getSettings()
  return judgeComment({ name, text: body }, { words: spamWords })
}
