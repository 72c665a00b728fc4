import { Caps } from '@/components/reader/caps'

const address = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/

/** What somebody wrote: paragraphs, lines, and addresses made links that say nothing for us. */
export function CommentText({ children }: { children: string }) {
  return children.split(/\n{2,}/).map((paragraph, i) => (
    <p dir="auto" key={i}>
      {paragraph.split('\n').map((line, j) => (
        <span key={j}>
          {j > 0 && <br />}
          {line.split(address).map((piece, k) =>
            k % 2 === 1 ? <a href={piece} rel="ugc nofollow noopener" key={k}>{piece}</a> : <Caps key={k}>{piece}</Caps>,
          )}
        </span>
      ))}
    </p>
  ))
}
