import type { Written } from './draft'

export type Merge = { merged: Written; clashes: (keyof Written)[] }

/**
 * Brings together what two people made of `base`, field by field. Where both wrote, each something else, `merged`
 * has mine and the field is among the clashes.
 */
export function merge(base: Written, mine: Written, theirs: Written): Merge {
  const fields = Object.keys(mine) as (keyof Written)[]
  const clashes = fields.filter((name) => mine[name] !== base[name] && theirs[name] !== base[name] && mine[name] !== theirs[name])
  const taken = fields.filter((name) => mine[name] === base[name]).map((name) => [name, theirs[name]] as const)
  return { merged: { ...mine, ...Object.fromEntries(taken) }, clashes }
}
