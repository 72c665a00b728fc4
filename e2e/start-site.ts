import { forgetFresh, keepAsFresh, makePeople, removeSite, startSite } from './site'

const port = Number(process.env.TEDUH_E2E_PORT ?? 4999)

/** One site for the stories, with sample content; copies of it are where those begin that need one of their own. */
export default async function start() {
  const site = await startSite({ port })
  makePeople(site.data, 'owner', 'author', 'contributor')
  await keepAsFresh(site)
  process.env.TEDUH_E2E_DATA = site.data
  return async () => {
    await removeSite(site)
    forgetFresh()
  }
}
