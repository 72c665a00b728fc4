import { expect, test } from 'vitest'
import { engine } from '@/lib/db/client'
import { connectPostgres } from '@/lib/backup/snapshot-postgresql'
import { makeSchema } from './verify'

test.skipIf(engine !== 'postgresql')('whoever may not make a schema hears which right is missing, in one sentence', async () => {
  const client = await connectPostgres(process.env.DATABASE_URL!)
  const role = `sempit_${process.pid}`
  try {
    await client.query(`CREATE ROLE ${role}`)
    await client.query(`SET ROLE ${role}`)
    await expect(makeSchema(client, 'teduh_verify_x')).rejects.toMatchObject({ name: 'BackupError', message: expect.stringMatching(/^[^.]+GRANT CREATE ON DATABASE\.$/) })
    await expect(makeSchema(client, 'a b')).rejects.toMatchObject({ code: '42601' })
  } finally {
    await client.query('RESET ROLE')
    await client.query(`DROP ROLE IF EXISTS ${role}`)
    await client.end()
  }
})
