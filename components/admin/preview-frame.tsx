'use client'

import { useLayoutEffect, useRef, useState } from 'react'

type Props = { src: string; words: Record<'widths' | 'phone' | 'desktop' | 'frame' | 'alone', string> }

const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 860 } } as const

/** The reader's page at the width of a phone or of a computer, made smaller where there is no room for it. */
export function PreviewFrame({ src, words }: Props) {
  const [size, setSize] = useState<keyof typeof sizes>('phone')
  const [room, setRoom] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setRoom(entry!.contentRect.width))
    watch.observe(box.current!)
    return () => watch.disconnect()
  }, [])
  const { width, height } = sizes[size]
  const scale = room ? Math.min(1, room / width) : 1
  return (
    <div className="preview" ref={box}>
      <div className="row" role="group" aria-label={words.widths}>
        {(Object.keys(sizes) as (keyof typeof sizes)[]).map((name) => (
          <button type="button" className="plain bare" aria-pressed={name === size} onClick={() => setSize(name)} key={name}>{words[name]}</button>
        ))}
        <a className="plain bare" href={src} target="_blank" rel="noopener">{words.alone}</a>
      </div>
      <div className="glass" style={{ width: width * scale, height: height * scale }}>
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- the page comes without scripts, and its policy lets none in */}
        <iframe title={words.frame} src={src} style={{ width, height, transform: `scale(${scale})` }} />
      </div>
    </div>
  )
}
