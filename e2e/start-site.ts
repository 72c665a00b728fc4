import { forget, startSite, teduh } from './site'

const port = Number(process.env.TEDUH_E2E_PORT ?? 4999)
export const password = 'kopi pagi di teras'

/** One site for the stories, with sample content; `owner-start.spec.ts` starts another of its own. */
export default async function start() {
  const site = await startSite({ port })
  for (const [role, name] of [['owner', 'Ibu Pemilik'], ['author', 'Pak Penulis'], ['contributor', 'Sari Kontributor']] as const) {
    const made = teduh(site.data, ['user', 'create', '--email', `${role}@contoh.id`, '--name', name, '--role', role, '--password-stdin'], password)
    if (made.status !== 0) throw new Error(made.stderr)
  }
  process.env.TEDUH_E2E_DATA = site.data
  return async () => {
    await site.stop()
    forget(site.data)
  }
}
