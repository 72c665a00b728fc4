import { closingFields, paragraphsOf, questionsOf, type Closing as Parts } from '@/lib/posts/closing'
import type { Site } from '@/lib/site'
import { Caps } from './caps'

/** Questions to ponder, a prayer, a song: any may be missing. */
export function Closing({ post, site }: { post: Parts; site: Site }) {
  return closingFields.filter((field) => post[field]).map((field) => (
    <section className={`closing ${field}`} aria-labelledby={field} key={field}>
      <h2 id={field}>{site.m.reader.closing[field]}</h2>
      {field === 'pertanyaan' ? <Questions text={post.pertanyaan} /> : <Paragraphs text={post[field]} />}
    </section>
  ))
}

function Questions({ text }: { text: string }) {
  const [first, ...others] = questionsOf(text)
  if (others.length === 0) return <p><Caps>{first ?? ''}</Caps></p>
  return <ol>{[first!, ...others].map((question, i) => <li key={i}><Caps>{question}</Caps></li>)}</ol>
}

function Paragraphs({ text }: { text: string }) {
  return paragraphsOf(text).map((lines, i) => (
    <p key={i}>{lines.map((line, at) => <span key={at}>{at > 0 && <br />}<Caps>{line}</Caps></span>)}</p>
  ))
}
