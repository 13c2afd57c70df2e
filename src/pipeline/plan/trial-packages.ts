import { writeArchive } from '../../chart/archive/archive.ts'
import { checkInStep } from '../../chart/dependencies/check-in-step.ts'
import { releaseEdits } from '../../chart/edit/release-edits.ts'
import { isRegardless, lintArchives, type ToLint } from '../../chart/lint/lint.ts'
import { lintable } from '../../chart/lint/schema-references.ts'
import { readLintings } from '../../chart/lint/values-files.ts'
import type { BuildContext } from '../../chart/package/build.ts'
import { packageCharts } from '../../chart/package/package.ts'
import { dependentsOf } from '../../chart/source/graph.ts'
import { fromWherePublished, isByFolder } from '../../chart/source/local-dependencies.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Linting } from '../../model/linting.ts'
import { requiresBump } from '../../plan/check.ts'
import { type ChartDecision, isTried } from '../../plan/decision/decision.ts'
import { type Planned, refuseBroken } from '../../plan/plan.ts'
import { editsOf } from '../bump/write-bump.ts'
import { allForeign, packagedFiles } from '../evidence/packaged-files.ts'
import type { ProposedChange } from '../evidence/pull-request-base.ts'
import { type Run, type Uses, versionsStayOutOfGit } from '../run.ts'
import { loweredVersions } from './lowered-versions.ts'

/** What a trial takes of a run. */
type Trying = Uses<'facts' | 'targets' | 'history' | 'buildContext' | 'warn', 'git'> & Pick<Run, 'settings'>

type Problems = Map<string, ReleaseError>

interface Deciding {
  readonly decided: Planned
  readonly change: ProposedChange
}

/**
 * The plan without charts that could not be released: in the modes that only look, what is to be released is packaged and
 * linted as a release would, and nothing of it is kept. A release finds the same when it packages, before it changes
 * anything.
 */
export async function withoutBroken(run: Trying, sources: Sources, { decided, change }: Deciding): Promise<Planned> {
  const { settings } = run
  const releases = decided.decisions.filter((decision) => isTried(decision, settings.mode))
  if (releases.length === 0 || settings.mode === 'release') return decided
  const own = fromWherePublished(sources, decided.published)
  const lowered = await loweredVersions(run, releases, change)
  const problems = new Map([...(await trialOf(run, own, { decided, change, releases })), ...lowered])
  if (problems.size === 0) return decided
  return {
    ...decided,
    ...(await refuseBroken(sources, decided.decisions, { problems, settings, targets: run.targets })),
  }
}

interface Releasing extends Deciding {
  readonly releases: readonly ChartDecision[]
}

async function trialOf(run: Trying, sources: Sources, { decided, change, releases }: Releasing): Promise<Problems> {
  const edits = releaseEdits(
    sources.charts,
    editsOf(run, decided, releases),
    versionsStayOutOfGit(run) ? isByFolder : undefined,
  )
  const written = await asWritten(run, sources, edits.files)
  const refused = releases.flatMap((decision) => unwritable(run, decision, [edits.problems, written.problems]))
  const paths = releases.map(({ chart }) => chart.path).filter((path) => refused.every(([other]) => other !== path))
  const charts = paths.flatMap((path) => written.charts.get(path) ?? [])
  const mayFetch = await Promise.all(charts.map((chart) => change.mayFetch(sources, allForeign(written, chart))))
  const trial = { sources: written, overlay: edits.files }
  const found = await packaged(run, { ...trial, charts: charts.filter((_, index) => mayFetch[index]) })
  const reasons = new Map([
    ...charts.flatMap(({ path }, index) => (mayFetch[index] ? [] : [[path, PROPOSED] as const])),
    ...unreachable(written, found),
  ])
  const inPart = charts.filter(({ path }) => reasons.has(path))
  for (const { path } of inPart) found.delete(path)
  return new Map([...refused, ...found, ...(await lintedInPart(run, { ...trial, charts: inPart }, reasons))])
}

const PROPOSED = 'its pull request names them, and nothing is fetched for it'

/** Charts that could not be packaged because a server did not answer, with the reason: that says nothing of the chart. */
function unreachable(
  { charts }: Sources,
  found: ReadonlyMap<string, ReleaseError>,
): readonly (readonly [string, string])[] {
  const asked = [...found].filter(
    ([, { code, cause }]) => code === 'DEPENDENCY_FAILED' && cause instanceof ReleaseError && cause.kind === 'remote',
  )
  return asked.flatMap(([path, { message }]) => {
    const stopped = [...dependentsOf(charts, [path])].filter((other) => found.get(other)?.code === 'DEPENDENCY_STOPPED')
    return [path, ...stopped].map((one) => [one, message.replace(/\.$/, '')] as const)
  })
}

async function asWritten(run: Trying, sources: Sources, overlay: ReadonlyMap<string, string>): Promise<Sources> {
  if (overlay.size === 0) return sources
  return run.history.sourcesAt(sources.tree.commit, [...sources.charts.keys()], overlay)
}

/** `check` asks for a version that is raised by hand, so it does not matter whether this action could write one. */
function unwritable(
  { settings }: Trying,
  { chart, action, bump }: ChartDecision,
  found: readonly ReadonlyMap<string, ReleaseError>[],
) {
  const isByHand = action === 'bump' && settings.mode === 'check' && requiresBump({ bump }, settings)
  const [problem] = isByHand ? [] : found.flatMap((problems) => problems.get(chart.path) ?? [])
  return problem ? [[chart.path, problem] as const] : []
}

interface Trial {
  readonly sources: Sources
  readonly overlay: ReadonlyMap<string, string>
  readonly charts: readonly ChartSource[]
}

async function packaged(run: Trying, { sources, overlay, charts }: Trial): Promise<Problems> {
  if (charts.length === 0) return new Map()
  const requests = charts.map(({ path, fingerprint, manifest: { version } }) => ({
    ...{ path, fingerprint, version, sources, overlay },
    ...{ commit: sources.tree.commit, committedAt: new Date(0) },
  }))
  const results = await packageCharts(requests, await run.buildContext())
  return new Map(
    [...results].flatMap(([path, result]) => (result instanceof ReleaseError ? [[path, result] as const] : [])),
  )
}

/** Charts whose dependencies are not at hand, with the `reasons` by folder: what can be linted without them. */
async function lintedInPart(run: Trying, trial: Trial, reasons: ReadonlyMap<string, string>): Promise<Problems> {
  if (trial.charts.length === 0) return new Map()
  const context = await run.buildContext()
  const problems: Problems = new Map()
  const toLint: ToLint[] = []
  for (const chart of trial.charts) {
    try {
      checkInStep(chart, trial.sources)
      toLint.push({ ...(await withoutForeign(run, trial, chart)), linting: await lintingOf(context, trial, chart) })
      run.warn(`${chart.manifest.name} was linted without its dependencies: ${reasons.get(chart.path)}.`)
    } catch (error) {
      problems.set(chart.path, asReleaseError(error))
    }
  }
  return new Map([...problems, ...(await lintArchives(toLint, { ...context, counts: isRegardless }))])
}

async function lintingOf(context: BuildContext, { sources: { tree } }: Trial, chart: ChartSource): Promise<Linting> {
  const { path, manifest } = chart
  const rule = context.lintRuleOf?.(chart) ?? { mode: 'on' }
  const linting = (await readLintings([{ name: manifest.name, path, tree, rule }], context.git)).get(path)
  if (linting instanceof ReleaseError) throw linting
  return linting ?? { mode: 'on', values: [] }
}

async function withoutForeign(run: Trying, { sources, overlay }: Trial, chart: ChartSource): Promise<ToLint> {
  const { path, manifest } = chart
  const { name } = manifest
  const files = await packagedFiles(run.platform.git, sources, chart, { overlay })
  const own = new Set(chart.files.map((file) => file.path))
  const archive = writeArchive(name, files, new Date(0))
  return { chart: { name, path }, ...lintable({ name, archive }, files), isOwn: (file) => own.has(file) }
}
