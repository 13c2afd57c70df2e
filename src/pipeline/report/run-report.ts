import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import type { HeldBack, ReleaseReport } from '../../model/report.ts'
import type { Identity } from '../../model/signature.ts'
import { isSigned } from '../../plan/plan.ts'
import { runAdvice } from '../../report/wording/advice.ts'
import { isComplete, type PromotedRelease, placeOf, resultOf } from '../chart-release.ts'
import { completedReleases } from '../half-release.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import type { Uses } from '../run.ts'
import { checkReport } from './check-report.ts'
import { outcomes, type RunResults } from './outcomes.ts'
import { decisionAdvice } from './plan-advice.ts'

/** What a report takes of a run. */
type Reported = Uses<never, never, 'mode' | 'sign' | 'signIndex' | 'perChart' | 'plainHttp' | 'sigstoreTrustedRoot'>

/** The report of the modes that only look. */
export async function reportPlan(
  run: Reported & Uses<'signing', never, 'requireBump' | 'sources'>,
  plannedRun: PlannedRun,
  progress: Pick<Progress, 'promoted'>,
): Promise<ReleaseReport> {
  const { settings } = run
  return settings.mode === 'check' ? checkReport(plannedRun, settings) : report(run, plannedRun, {}, progress)
}

/** The report of a run whose branch does not release: that of a plan. */
export async function reportHeldBack(
  run: Reported & Uses<'signing'>,
  plannedRun: PlannedRun,
  progress: Pick<Progress, 'promoted'>,
  heldBack: HeldBack,
): Promise<ReleaseReport> {
  const { settings } = run
  const planning = { ...run, settings: { ...settings, mode: 'plan' as const } }
  const reported = await report(planning, plannedRun, {}, progress)
  const { reason, lines, isByDefault } = heldBack
  const text = `${reason} For it to release, write under \`with:\` of this step:\n${lines}`
  const level = isByDefault ? 'warning' : 'notice'
  return {
    ...reported,
    heldBack,
    advice: [{ kind: 'run', level, title: 'Nothing is released', text }, ...reported.advice],
  }
}

/** The report of a run that came to its end. */
export async function report(
  run: Reported & Uses<'signing'>,
  plannedRun: PlannedRun,
  ended: Partial<RunResults>,
  { promoted }: Pick<Progress, 'promoted'>,
): Promise<ReleaseReport> {
  const done = [...(ended.promoted ?? []), ...completedReleases(ended.completions)].filter(hasChanged)
  const { signIndex } = run.settings
  const isActive = done.some((release) => signIndex || isSigned(placeOf(release), run.settings))
  const identity = isActive ? (await run.signing())?.identity : undefined
  return reportOf(run, plannedRun, { ...ended, promoted: [...promoted.values()] }, identity)
}

/** The report of a run that did not come to its end: for each chart that was to be released, whether it was. */
export function reportSoFar(
  run: Reported & Uses<'steps'>,
  progress: Progress,
  problems: readonly ReleaseError[],
): ReleaseReport {
  const { plannedRun, failed, promoted, proposals, identity, bumpCommit, completions } = progress
  if (!plannedRun) return { mode: run.settings.mode, charts: [], problems, advice: [] }
  const isPromoting = run.steps.current === 'Promote'
  // Charts that were stopped by the end of the run are not reported one by one.
  const own = [...failed].filter(([, error]) => !isConsequence(error, problems))
  const half = [...promoted.values()].filter((release) => !isComplete(release))
  const stopped = half.map(({ path }) => [path, asReleaseError(problems[0])] as const)
  const ended = {
    failed: new Map([...stopped, ...own]),
    promoted: [...promoted.values()],
    skipped: `the run ended before it was released${isPromoting ? ', or before that was known' : ''}; the next run goes on with it`,
    proposals,
    completions,
  }
  const isActive = [...promoted.values(), ...completedReleases(completions)].some(hasChanged)
  const soFar = reportOf(run, plannedRun, ended, isActive ? identity : undefined)
  return { ...soFar, problems, ...(bumpCommit !== undefined && { bumpCommit }) }
}

function hasChanged(release: PromotedRelease): boolean {
  return resultOf(release) !== 'unchanged'
}

function isConsequence(error: unknown, problems: readonly ReleaseError[]): boolean {
  if (!(error instanceof Error)) return false
  return problems.some((problem) => problem === error) || isConsequence(error.cause, problems)
}

function reportOf(
  run: Reported,
  plannedRun: PlannedRun,
  ended: Partial<RunResults>,
  identity: Identity | undefined,
): ReleaseReport {
  const { settings } = run
  const mode = settings.mode
  const charts = outcomes(plannedRun, (chart) => isSigned(chart, settings), {
    failed: new Map(),
    promoted: [],
    ...ended,
  })
  return {
    mode,
    plan: plannedRun.plan,
    charts:
      mode === 'plan'
        ? charts.map((chart) => (chart.result === 'skipped' ? { ...chart, result: 'planned' } : chart))
        : charts,
    problems: [],
    pullRequests: (ended.proposals ?? []).map(({ pull }) => pull),
    advice: [
      ...decisionAdvice(plannedRun.decisions),
      ...runAdvice([
        ...(plannedRun.scope.kind === 'nothing' ? [plannedRun.scope.reason] : []),
        ...plannedRun.warnings,
        ...plannedRun.halfReleases.warnings,
      ]),
    ],
    plainHttp: settings.plainHttp,
    ...(identity && { identity }),
    ...(isPath(settings.sigstoreTrustedRoot) && { trustedRoot: settings.sigstoreTrustedRoot }),
  }
}

/** The input is a path or the JSON itself; only a path fits into a command. */
function isPath(value: string | undefined): value is string {
  return value !== undefined && !value.trimStart().startsWith('{')
}
