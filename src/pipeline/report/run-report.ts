import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import type { ReleaseReport } from '../../model/report.ts'
import type { Identity } from '../../model/signature.ts'
import { releasesIn } from '../half-released/complete.ts'
import type { Scene } from '../plan/plan-step.ts'
import { isComplete } from '../progress.ts'
import type { PromotedRelease } from '../publish/promote.ts'
import type { Run } from '../run.ts'
import { type Ended, outcomes, resultOf } from './outcomes.ts'
import { decisionNotes } from './plan-annotations.ts'

/** What became of a run that came to its end. */
export async function report(run: Run, scene: Scene, ended: Partial<Ended>): Promise<ReleaseReport> {
  const isActive = hasDoneAnything([...(ended.promoted ?? []), ...releasesIn(ended.completions)])
  const identity = isActive ? (await run.signing())?.identity : undefined
  return reportOf(run, scene, ended, identity)
}

/** What is known of a run that did not come to its end: of each chart that was to be released, whether it was. */
export function reportSoFar(run: Run, problems: readonly ReleaseError[]): ReleaseReport {
  const { scene, failed, promoted, proposal, identity, bumpCommit, completions } = run.progress
  if (!scene) return { mode: run.settings.mode.value, charts: [], problems, warnings: [] }
  const isPromoting = run.steps.current === 'Promote'
  // What the end of the run itself stopped is told once, and not for each chart.
  const own = [...failed].filter(([, error]) => !isConsequence(error, problems))
  const half = [...promoted.values()].filter((release) => !isComplete(release))
  const stopped = half.map(({ path }) => [path, asReleaseError(problems[0])] as const)
  const ended = {
    failed: new Map([...stopped, ...own]),
    promoted: [...promoted.values()],
    skipped: `the run ended before it was released${isPromoting ? ', or before that was known' : ''}; the next run goes on with it`,
    ...(proposal && { proposal }),
    completions,
  }
  const isActive = hasDoneAnything([...promoted.values(), ...releasesIn(completions)])
  const soFar = reportOf(run, scene, ended, isActive ? identity : undefined)
  return { ...soFar, problems, ...(bumpCommit !== undefined && { bumpCommit }) }
}

function hasDoneAnything(releases: readonly PromotedRelease[]): boolean {
  return releases.some((release) => resultOf(release) !== 'unchanged')
}

function isConsequence(error: unknown, problems: readonly ReleaseError[]): boolean {
  if (!(error instanceof Error)) return false
  return problems.some((problem) => problem === error) || isConsequence(error.cause, problems)
}

function reportOf(run: Run, scene: Scene, ended: Partial<Ended>, identity: Identity | undefined): ReleaseReport {
  const { settings } = run
  const mode = settings.mode.value
  const signed = settings.sign.value !== 'none'
  const charts = outcomes(scene, signed, { failed: new Map(), ...ended, promoted: [...run.progress.promoted.values()] })
  return {
    mode,
    plan: scene.plan,
    charts:
      mode === 'plan'
        ? charts.map((chart) => (chart.result === 'skipped' ? { ...chart, result: 'planned' } : chart))
        : charts,
    problems: [],
    ...(ended.proposal && { pullRequest: ended.proposal.pull }),
    warnings: [
      ...(scene.scope.kind === 'nothing' ? [scene.scope.reason] : []),
      ...scene.warnings,
      ...scene.halfReleases.warnings,
    ],
    notes: decisionNotes(scene.intents),
    plainHttp: settings.plainHttp.value,
    ...(identity && { identity }),
    ...(isFile(settings.sigstoreTrustedRoot.value) && { trustedRoot: settings.sigstoreTrustedRoot.value }),
  }
}

/** The input takes a path or the JSON itself; only a path can stand in a command. */
function isFile(value: string | undefined): value is string {
  return value !== undefined && !value.trimStart().startsWith('{')
}
