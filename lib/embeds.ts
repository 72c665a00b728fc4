/** Eleven letters that name a video, from any of YouTube's addresses; null when it is none. */
export function youtubeId(address: string): string | null {
  const text = address.trim().replace(/^\/\//, 'https://').replace(/^(?=(?:www\.|m\.)?(?:youtube|youtu\.be))/i, 'https://')
  if (!URL.canParse(text)) return null
  const { protocol, hostname, pathname, searchParams } = new URL(text)
  if (!/^https?:$/.test(protocol)) return null
  const host = hostname.replace(/^(?:www|m|music)\./, '')
  const id = host === 'youtu.be' ? pathname.slice(1) : /^youtube(?:-nocookie)?\.com$/.test(host) ? (searchParams.get('v') ?? /^\/(?:embed|v|shorts|live)\/([\w-]+)/.exec(pathname)?.[1]) : null
  return id && /^[\w-]{11}$/.test(id) ? id : null
}

export function youtubeAddress(id: string): string {
  return `https://www.youtube.com/watch?v=${id}`
}

/** Where a recording of ours lies; nothing is played from elsewhere. */
export const recordingSource = /^\/rekaman\/\d{1,9}\/[^\s"'<>?#]{1,200}$/
