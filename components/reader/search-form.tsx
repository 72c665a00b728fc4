import type { Site } from '@/lib/site'

export function SearchForm({ site, query = '' }: { site: Site; query?: string }) {
  return (
    <form className="form search" action="/search" role="search">
      <div>
        <label htmlFor="q">{site.m.reader.searchField}</label>
        <input id="q" name="q" type="search" defaultValue={query} maxLength={200} enterKeyHint="search" />
      </div>
      <button className="button">{site.m.reader.search}</button>
    </form>
  )
}
