import type { ChartSource } from '../../chart/source/source.ts'
import type { ChartRef } from '../../model/chart.ts'
import type { TargetEvidence } from '../../model/plan.ts'
import type { AdoptionRecord, Look, Presence, Published, Target } from '../../model/target.ts'
import type { DesiredAppVersion, TargetState } from '../decision/judged-chart.ts'

/** A version as one target holds it. */
export interface Held {
  readonly target: Target
  readonly ref: ChartRef
  readonly published: Published
}

export interface EvidenceContext {
  readonly targets: readonly Target[]
  /** Whether missing signatures matter. */
  readonly signatures: boolean
  /** Tells our signatures on a target from those of others; absent if nobody can say who we are. */
  readonly ownSignatures?: ((target: Pick<Target, 'signs'>) => Look['isOurs']) | undefined
  /** Whether a package that another tool published holds what git packages, file by file. Costs a download and a build. */
  readonly sameContent: (chart: ChartSource, held: Held) => Promise<boolean>
  /**
   * The git tag of a version if it stands for this content; absent if only bytes count. A tag says nothing of what was
   * published under its version, so nothing is signed, copied or put into another chart for it.
   */
  readonly sameAtTag?: (chart: ChartSource, ref: ChartRef) => Promise<string | undefined>
  /** A package of another tool that is equal counts as ours once it is signed. */
  readonly adopt: boolean
}

/** Asks every target for a version, side by side. */
export async function inspectTargets(
  chart: ChartSource,
  ref: ChartRef,
  desired: DesiredAppVersion,
  context: EvidenceContext,
): Promise<readonly TargetState[]> {
  const seen = await sightings(chart, ref, context)
  // A target that lacks something gets the bytes of another one.
  const isWhole = seen.every(({ presence }) => presence.state === 'present' && !presence.isMissing)
  return Promise.all(
    seen.map(async ({ target, presence }) => {
      const comparison = { chart, ref, desired, target, context, mayGoByTag: isWhole && !context.adopt }
      const found = await compare(presence, comparison)
      const digest = presence.state === 'present' ? { digest: presence.digest } : {}
      const evidence = { target: target.address, reference: target.reference(ref), ...found, ...digest }
      return { target, presence, evidence }
    }),
  )
}

/** Who only follows is not asked for what others hold: it is theirs alone, or a run that died left a record of it. */
async function sightings(chart: ChartSource, ref: ChartRef, { targets, ...context }: EvidenceContext) {
  const look = (target: Target) => ({
    ...{ signatures: context.signatures, archive: true, fingerprint: chart.fingerprint },
    isOurs: context.ownSignatures?.(target),
  })
  const ask = (some: readonly Target[]) =>
    Promise.all(some.map(async (target) => ({ target, presence: await target.find(ref, look(target)) })))
  const following = targets.filter(({ follows }) => follows)
  const seen = await ask(targets.filter(({ follows }) => !follows))
  if (following.length === 0 || seen.some(({ presence }) => presence.state !== 'absent')) return seen
  const all = [...seen, ...(await ask(following))]
  return targets.flatMap((target) => all.find((one) => one.target === target) ?? [])
}

interface Comparison {
  readonly chart: ChartSource
  readonly ref: ChartRef
  readonly desired: DesiredAppVersion
  readonly target: Target
  readonly context: EvidenceContext
  readonly mayGoByTag: boolean
}

type Found = Pick<TargetEvidence, 'state' | 'byTag' | 'isSignedByOthers'>

async function compare(presence: Presence, comparison: Comparison): Promise<Found> {
  if (presence.state !== 'present') return { state: presence.state }
  if (presence.fingerprint === undefined) return compareForeign(presence, comparison)
  if (presence.fingerprint !== comparison.chart.fingerprint) return { state: 'other' }
  return stateOfSame(presence, presence.appVersion, comparison)
}

/** A version that was recorded with the chart's fingerprint. */
function stateOfSame(presence: Published, appVersion: string | undefined, { desired, context }: Comparison): Found {
  if (desired.evidence && appVersion !== desired.value) return { state: 'other' }
  if (presence.isMissing) return { state: 'missing' }
  return signatureState(presence, context, 'same')
}

function signatureState({ signed }: Published, { signatures }: EvidenceContext, otherwise: Found['state']): Found {
  if (!signatures || signed === 'some') return { state: otherwise }
  return { state: 'unsigned', ...(signed === 'others' && { isSignedByOthers: true }) }
}

/**
 * A package of another tool has no fingerprint. What replaces one (the record of its adoption, its git tag) can
 * only say that it is this content: otherwise the bytes decide.
 */
async function compareForeign(presence: Published, comparison: Comparison): Promise<Found> {
  const { chart, ref, target, context, mayGoByTag } = comparison
  const isThis = ({ fingerprint }: AdoptionRecord) => fingerprint === chart.fingerprint
  const known = presence.adoptions?.find(isThis)
  if (known) return stateOfSame(presence, known.appVersion, comparison)
  const byTag = mayGoByTag ? await context.sameAtTag?.(chart, ref) : undefined
  if (byTag !== undefined) return { state: 'unadopted', byTag }
  const asked = presence.adoptions ? undefined : (await target.adoptions({ ref, digest: presence.digest })).find(isThis)
  if (asked) return stateOfSame(presence, asked.appVersion, comparison)
  if (!(await context.sameContent(chart, { target, ref, published: presence }))) return { state: 'other' }
  if (!context.adopt) return { state: 'unadopted' }
  return signatureState(presence, context, 'unrecorded')
}

/** Every version of a chart that some target lists, in no order. */
export async function publishedVersions(
  name: string,
  { targets }: { readonly targets: readonly Target[] },
): Promise<readonly string[]> {
  const lists = await Promise.all(targets.map((target) => target.versions(name)))
  return [...new Set(lists.flat())]
}
