import { makePeople, removeSite, startSite } from './site'

const port = Number(process.env.TEDUH_E2E_PORT ?? 4999)

/** One site for the stories, with sample content; `owner-start.spec.ts` starts another of its own. */
export default async function start() {
  const site = await startSite({ port })
  makePeople(site.data, 'owner', 'author', 'contributor')
  process.env.TEDUH_E2E_DATA = site.data
  return () => removeSite(site)
}
