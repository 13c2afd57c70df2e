import { packageCharts } from '../../chart/package/package.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import { allOf } from '../../model/async/concurrency.ts'
import { asReleaseError, problemsIn, ReleaseError } from '../../model/errors.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { targetsOf } from '../../plan/plan.ts'
import type { PackagedRelease, PromotedRelease } from '../chart-release.ts'
import type { Completions, HalfRelease } from '../half-release.ts'
import { withPublishedLock } from '../package/published-package.ts'
import { type NotesSource, releaseText } from '../package/release-text.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import { claim } from '../publish/claim.ts'
import { promote } from '../publish/promote.ts'
import { stage } from '../publish/stage.ts'
import { stageSignVerify } from '../publish/stage-sign-verify.ts'
import type { Uses } from '../run.ts'
import { requireAccountable } from './trust.ts'
import { halfReleased, halfReleaseProblem } from './words.ts'

/** What finishing takes of a run. */
type Finishing = Parameters<typeof stageSignVerify>[0] &
  Parameters<typeof claim>[0] &
  Parameters<typeof promote>[0] &
  Parameters<typeof requireAccountable>[0] &
  NotesSource &
  Uses<'facts' | 'buildContext'>

/**
 * Finishes half releases: the targets that lack a version get the bytes that others have, after these were found equal to
 * what git packages from the release commit. Nothing here stops the charts of the branch; what fails is that version's result.
 */
export async function completeHalfReleases(
  run: Finishing & Uses<'steps'>,
  plannedRun: PlannedRun,
  { completions }: Pick<Progress, 'completions'>,
): Promise<Completions> {
  if (plannedRun.halfReleases.halves.length === 0) return new Map()
  return run.steps.during('Finish half releases', () => completeAll(run, plannedRun, completions))
}

async function completeAll(
  run: Finishing,
  plannedRun: PlannedRun,
  completions: Progress['completions'],
): Promise<Completions> {
  for (const round of roundsOf(plannedRun.halfReleases.halves)) {
    const results = await completeRound(run, plannedRun, round).catch((error: unknown) => asReleaseError(error))
    for (const half of round) {
      const result = results instanceof ReleaseError ? results : (results.get(half.release.path) ?? lost(half))
      const problem = half.problem ?? (result instanceof ReleaseError && halfReleaseProblem(half, result))
      completions.set(half, problem || result)
    }
  }
  return completions
}

function lost({ release: { name, version } }: HalfRelease): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', `${name} ${version} was neither published nor refused.`)
}

/** Steps know charts by their folders, so of two versions of one chart the older one comes first. */
function roundsOf(halves: readonly HalfRelease[]): readonly (readonly HalfRelease[])[] {
  const rounds: HalfRelease[][] = []
  for (const half of halves) {
    const free = rounds.find((round) => round.every(({ release }) => release.path !== half.release.path))
    if (free) free.push(half)
    else rounds.push([half])
  }
  return rounds
}

type Results = Map<string, PromotedRelease | ReleaseError>

async function completeRound(run: Finishing, plannedRun: PlannedRun, round: readonly HalfRelease[]): Promise<Results> {
  const results: Results = new Map()
  const then = async <T extends { readonly path: string }>(
    step: Promise<{
      readonly done: readonly T[]
      readonly failed: ReadonlyMap<string, ReleaseError>
    }>,
  ) => {
    const { done, failed } = await step
    for (const [path, error] of failed) results.set(path, error)
    return done
  }
  const halfOf = new Map(round.map((half) => [half.release.path, half]))
  const stageOne = (release: PackagedRelease) => {
    const half = halfOf.get(release.path)
    return half ? stageHalf(run, plannedRun, half, release) : stage(run, release)
  }
  const allowed = await then(preflight(round))
  const packaged = await then(packageAll(run, allowed))
  const charts = new Map(round.flatMap(({ source }) => [...(source?.sources.charts ?? [])]))
  const there = { ...plannedRun, sources: { ...plannedRun.sources, charts } }
  const proven = await then(stageSignVerify(run, there, packaged, stageOne))
  const claimed = await then(claim(run, there, proven))
  // Progress knows charts by their folders: what is finished here is not the version of today.
  const apart = new Map()
  for (const release of await then(promote(run, there, claimed, apart))) results.set(release.path, release)
  return results
}

interface Ready {
  readonly path: string
  readonly half: HalfRelease
  readonly source: NonNullable<HalfRelease['source']>
}

/** The right to write where a version is missing. */
async function preflight(round: readonly HalfRelease[]) {
  const failed = new Map<string, ReleaseError>()
  const done: Ready[] = []
  for (const half of round) {
    const { source, release } = half
    if (!source) continue
    const missing = half.sightings.filter(({ presence }) => presence.state === 'absent')
    const findings = await Promise.all(missing.map(({ target }) => target.preflight([release]).catch(problemsIn)))
    const created =
      findings.flat().length > 0 ? [] : missing.map(({ target }) => target.createMissing?.([release]) ?? [])
    const [problem] = [...findings, ...(await Promise.all(created))].flat()
    if (problem) failed.set(release.path, problem)
    else done.push({ path: release.path, half, source })
  }
  return { done, failed }
}

async function packageAll(run: NotesSource & Uses<'facts' | 'buildContext', 'git'>, ready: readonly Ready[]) {
  const asked = await allOf(ready.map(async (one) => ({ ...one, request: await requestFor(run, one) })))
  const requests = asked.map(({ request }) => request)
  const made = ready.length > 0 ? await packageCharts(requests, await run.buildContext()) : new Map<string, never>()
  const failed = new Map<string, ReleaseError>()
  const done: PackagedRelease[] = []
  for (const { path, half, source, request } of asked) {
    const packaged = made.get(path) ?? new ReleaseError('BUG_UNEXPECTED', `${path} was not packaged.`)
    if (packaged instanceof ReleaseError) failed.set(path, packaged)
    else {
      const [decision, today] = [decisionOf(half, source.chart), half.today]
      const notes = await releaseText(run, { decision, request, today })
      done.push({ path, today, decision, packaged: { ...packaged, notes } })
    }
  }
  return { done, failed }
}

async function requestFor({ facts, platform: { git } }: Uses<'facts', 'git'>, { path, source, half }: Ready) {
  const { release, sightings } = half
  const { commit, overlay, fingerprint, version, name } = release
  const committedAt = await git.commitTime(commit)
  const content = { path, sources: source.sources, overlay, fingerprint, version }
  const request = { ...content, commit, committedAt, repositoryUrl: facts.repositoryUrl }
  // What keeps it from that is told when the bytes are compared.
  return withPublishedLock(request, name, sightings).catch(() => request)
}

/** Packages the half releases for another job that finishes them; what fails here fails there. */
export async function packageHalves(
  run: Finishing,
  halves: readonly HalfRelease[],
): Promise<readonly PackagedRelease[]> {
  const rounds = roundsOf(halves).map((round) =>
    round.flatMap((half) => (half.source ? [{ path: half.release.path, half, source: half.source }] : [])),
  )
  const packaged = await allOf(rounds.map((ready) => packageAll(run, ready)))
  return packaged.flatMap(({ done }) => done)
}

/** As the plan decides it for a version that some target lacks. */
function decisionOf(half: HalfRelease, chart: ChartSource): ChartDecision {
  return {
    ...{ chart, action: 'publish', version: half.release.version, reason: halfReleased(half) },
    ...{ bump: { setting: 'none', source: 'default' }, findings: [], follows: [], edits: {} },
    ...{ desired: { evidence: false }, sightings: half.sightings },
  }
}

/** Only on targets that its own run was to publish to: others are not given what is older than their configuration. */
async function stageHalf(run: Finishing, { head }: PlannedRun, half: HalfRelease, release: PackagedRelease) {
  await requireAccountable(run, head, half, release)
  const own = targetsOf(half.today, run.targets, run.settings)
  const targets = own.filter(({ address }) => half.release.targets.includes(address))
  return stage({ ...run, targets }, release)
}
