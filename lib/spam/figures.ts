import { classify, type Decision } from './classify'
import { prepare, type Example } from './prepare'

export type Figures = { spam: number; ham: number; spamHeldBack: number; spamAsSpam: number; hamPublished: number; hamAsSpam: number }

/** How the examples fare with what the others teach: each tenth is judged by a filter that never saw it. */
export async function crossValidate(examples: Example[], folds = 10): Promise<Figures> {
  const decided: [Example, Decision][] = []
  for (let fold = 0; fold < folds; fold++) {
    const others = examples.filter((_, i) => i % folds !== fold)
    decided.push(...(await decideAll(examples.filter((_, i) => i % folds === fold), others)))
  }
  return tally(decided)
}

/** How unseen examples fare with what `taught` teaches. */
export async function figuresOf(unseen: Example[], taught: Example[]): Promise<Figures> {
  return tally(await decideAll(unseen, taught))
}

async function decideAll(examples: Example[], taught: Example[]): Promise<[Example, Decision][]> {
  const counts = prepare(taught)
  return Promise.all(examples.map(async (each): Promise<[Example, Decision]> => [each, (await classify(each, { words: null, counts: () => counts, knows: counts.knows })).decision]))
}

function tally(decided: [Example, Decision][]): Figures {
  const count = (label: Example['label'], ...decisions: Decision[]) => decided.filter(([each, decision]) => each.label === label && decisions.includes(decision)).length
  const all = ['publish', 'hold', 'spam'] as const
  return {
    spam: count('spam', ...all), ham: count('ham', ...all),
    spamHeldBack: count('spam', 'hold', 'spam'), spamAsSpam: count('spam', 'spam'),
    hamPublished: count('ham', 'publish'), hamAsSpam: count('ham', 'spam'),
  }
}
