import type { BuildRequest } from '../../chart/package/build.ts'
import type { TakenArchive } from '../../chart/package/taken-archive.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Part } from '../../model/settings.ts'
import type { EvidenceContext, Held } from '../../plan/published/target-state.ts'
import type { EvidenceOf, EvidenceQuestion } from '../../plan/version/required-bump.ts'
import type { Helm } from '../../ports/helm.ts'
import type { ExpectationContext } from './expected-files.ts'
import type { Gathered, Handover } from './handover.ts'

type SameContent = EvidenceContext['sameContent']

/** What a run that is one part of a release passes on to the other part, or takes from it. */
export type Relay = Recording | Replay

interface Passing {
  readonly part: Part
  /** When the bump is made: the same time in both parts. */
  readonly bumpedAt: Date
  /** Evidence: gathered and written down, or as it was written down. */
  evidence(gather: EvidenceOf): EvidenceOf
  /** The same for comparisons with packages of other tools. */
  comparison(compare: SameContent): SameContent
}

export interface Recording extends Passing {
  readonly part: 'build'
  /** What was found out so far. */
  readonly recorded: Pick<Handover, 'evidence' | 'comparisons'>
}

export interface Replay extends Passing {
  readonly part: 'release'
  /** The commit that was handed over for. */
  readonly head: ObjectId
}

/** How the part of a release works that a run is; nothing where it is all of it. */
export interface Relaying {
  readonly relay?: Relay
  /** Instead of the program. */
  readonly helm?: Helm
  /** Gives packages instead of having Helm make them. */
  readonly take?: (request: BuildRequest, context: ExpectationContext) => Promise<TakenArchive>
}

/** The build part: everything is found out as ever, and written down. */
export function recordingRelay(bumpedAt: Date): Recording {
  const evidence = new Map<string, Gathered>()
  const comparisons = new Map<string, boolean>()
  return {
    part: 'build',
    bumpedAt,
    recorded: { evidence, comparisons },
    evidence: (gather) => async (chart, question) => {
      const key = evidenceKey(chart, question)
      try {
        const found = await gather(chart, question)
        evidence.set(key, found)
        return found
      } catch (error) {
        evidence.set(key, asReleaseError(error))
        throw error
      }
    },
    comparison: (compare) => async (chart, held) => {
      const same = await compare(chart, held)
      comparisons.set(comparisonKey(chart, held), same)
      return same
    },
  }
}

/** The release part: nothing is rendered and nothing is built, so what was not handed over can't be found out. */
export function replayingRelay(handover: Pick<Handover, 'head' | 'bumpedAt' | 'evidence' | 'comparisons'>): Replay {
  return {
    part: 'release',
    head: handover.head,
    bumpedAt: handover.bumpedAt,
    evidence: () => async (chart, question) => {
      const found = handover.evidence.get(evidenceKey(chart, question))
      if (found === undefined)
        throw notHandedOver(`what changed in ${chart.manifest.name} since ${question.since.version}`)
      if (found instanceof ReleaseError) throw found
      return found
    },
    comparison: () => async (chart, held) => {
      const same = handover.comparisons.get(comparisonKey(chart, held))
      if (same === undefined) throw notHandedOver(`whether ${held.target.reference(held.ref)} holds what git packages`)
      return same
    },
  }
}

/** The build job did not make or find out something that is needed now: `HANDOVER_INCOMPLETE`. */
export function notHandedOver(what: string): ReleaseError {
  return new ReleaseError('HANDOVER_INCOMPLETE', `The build job did not hand over ${what}.`, {
    hint: 'Something changed between the two jobs, mostly by another run. Start a new run of the workflow on this branch (by "Run workflow", or with the next push), which sees what is there now; "Re-run" would begin from the same old commit.',
  })
}

/** Everything that decides what the answer is. */
function evidenceKey({ path, fingerprint }: ChartSource, question: EvidenceQuestion): string {
  const { since, needs, appVersion, moved = [] } = question
  const digests = since.published.map(({ presence }) => presence.digest)
  return JSON.stringify([path, fingerprint, since.version, since.commit, digests, needs, appVersion, moved])
}

function comparisonKey({ path, fingerprint }: ChartSource, { target, ref, published }: Held): string {
  return JSON.stringify([path, fingerprint, target.address, ref.version, published.digest])
}
