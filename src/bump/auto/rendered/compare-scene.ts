import type { Finding } from '../../../model/finding.ts'
import { immutableFindings } from './immutable.ts'
import type { Manifest } from './manifest.ts'
import { oldDefaultsFindings } from './old-defaults.ts'
import { outputFindings } from './outputs.ts'
import type { Pair } from './pair.ts'
import { referenceFindings } from './references.ts'
import type { OpenSide } from './renders.ts'
import { resourceFindings } from './resources.ts'
import { type Chance, chanceBetween, eitherChance, NO_CHANCE, type Scene } from './scene.ts'

/** Renderings of both sides with the same values; what chance is in them is still to be found out. */
export type Views = Omit<Scene, 'chance'>

/** Everything that two renderings show. Chance is looked for only where they differ: most sides are rendered once. */
export async function compareScene(pair: Pair, views: Views): Promise<readonly Finding[]> {
  const first: Scene = { ...views, chance: NO_CHANCE }
  if (findingsOf(first, pair).length === 0) return []
  const chances = await Promise.all([
    chanceOf(pair, pair.before, views.before, views.values),
    chanceOf(pair, pair.after, views.after, views.values),
  ])
  return findingsOf({ ...first, chance: chances.reduce(eitherChance) }, pair)
}

function findingsOf(scene: Scene, { now: { files } }: Pair): readonly Finding[] {
  return [
    ...resourceFindings(scene, files),
    ...immutableFindings(scene, files),
    ...referenceFindings(scene, files),
    ...oldDefaultsFindings(scene, files),
    // What else a values file of the chart's own tests changes is no news beside the defaults.
    ...(scene.values === undefined ? outputFindings(scene, files) : []),
  ]
}

async function chanceOf(pair: Pair, side: OpenSide, first: Manifest, values?: string): Promise<Chance> {
  if (!side.prepared.isImpure) return NO_CHANCE
  const [again] = await pair.renders([{ side, ...(values !== undefined && { values }) }])
  return again && 'manifests' in again ? chanceBetween(first, pair.read(again.manifests)) : NO_CHANCE
}
