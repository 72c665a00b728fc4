import { publishDue } from '@/lib/posts/publish-due'
import type { Job } from './runner'

const second = 1000

/** What runs by the clock. */
export const jobs: Job[] = [{ name: 'publish what is due', every: second, run: publishDue }]
