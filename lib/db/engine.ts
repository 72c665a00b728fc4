import { env } from '@/lib/env'

export type Engine = 'sqlite' | 'postgresql'

export const engine: Engine = env.DATABASE_URL ? 'postgresql' : 'sqlite'
