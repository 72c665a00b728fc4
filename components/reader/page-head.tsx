import { Title } from './title'

/** A page's own heading, with a quiet word in the margin. */
export function PageHead({ title, side }: { title: string; side?: string }) {
  return (
    <>
      {side && <p className="side small date">{side}</p>}
      <h1 className="title"><Title untitled="">{title}</Title></h1>
    </>
  )
}
