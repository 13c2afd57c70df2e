import type { Renderings } from './compare/compare-rendered.ts'
import { type Chance, chanceBetween, eitherChance, NO_CHANCE } from './compare/rendered-pair.ts'
import type { OpenPair, Wanted } from './render/renders.ts'

/** What differs by chance: each side that is impure is rendered once more, with the same options, and compared with itself. */
export async function chanceIn(
  { before, after, renders, read }: OpenPair,
  first: Renderings,
  options: Omit<Wanted, 'side'> = {},
): Promise<Chance> {
  const sides = [before, after].filter(({ prepared }) => prepared.isImpure)
  const rendered = await renders(sides.map((side) => ({ side, ...options })))
  const chances = rendered.flatMap((render, index) => {
    if ('failed' in render) return []
    return [chanceBetween(sides[index] === before ? first.before : first.after, read(render.manifests))]
  })
  return chances.reduce(eitherChance, NO_CHANCE)
}
