import { releaseEdits } from '../../chart/edit/release-edits.ts'
import { fromWherePublished, isByFolder } from '../../chart/source/local-dependencies.ts'
import type { Sources } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import { OUR_SUBJECT, OUR_TRAILER } from '../../model/git/commits.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses, VersionsInGit } from '../run.ts'
import { versionsStayOutOfGit } from '../run.ts'
import { bumpTime, notesEdits } from './release-notes.ts'

/** Git hosts show the first 72 characters of a subject. */
const MAX_SUBJECT = 72

/** Where the run's charts are packaged from, once the versions are written. */
export interface Written {
  /** The commit that holds the edits: a new local one, or the planned one where git stays or nothing changes. */
  readonly commit: ObjectId
  readonly sources: Sources
  /** Edits that git never gets, by path. */
  readonly overlay: ReadonlyMap<string, string>
  /** What the new commit changed, whole texts by path, and its message. */
  readonly files: ReadonlyMap<string, string>
  readonly message: string
  /** Folders of charts that the new commit changed. */
  readonly changed: ReadonlySet<string>
  /** Why a chart's version can't be written, by folder; then nothing was. */
  readonly problems: ReadonlyMap<string, ReleaseError>
}

/**
 * Writes the new versions: into one local commit that is pushed later, or, where git stays as it is, over the exported
 * files only.
 */
export async function writeBump(
  run: Uses<'facts' | 'history' | 'relay', 'git' | 'clock' | 'secrets', 'commit' | 'releaseNotes' | 'perChart'>,
  plannedRun: PlannedRun,
  releases: readonly ChartDecision[],
): Promise<Written> {
  const edits = editsOf(run, plannedRun, releases)
  const made = releaseEdits(plannedRun.sources.charts, edits, versionsStayOutOfGit(run) ? isByFolder : undefined)
  const notes = await notesEdits(run, plannedRun, releases, made.files)
  const files = new Map([...made.files, ...notes.files])
  const all = [...made.problems, ...notes.problems]
  const problems = new Map(all.filter(([path]) => releases.some(({ chart }) => chart.path === path)))
  const none = new Map<string, string>()
  const nothing = { overlay: none, files: none, message: '', changed: new Set<string>(), problems }
  const unchanged = { ...nothing, commit: plannedRun.head, sources: plannedRun.sources }
  if (files.size === 0 || problems.size > 0) return unchanged
  const paths = [...plannedRun.sources.charts.keys()]
  if (versionsStayOutOfGit(run)) {
    const laidOver = await run.history.sourcesAt(plannedRun.head, paths, files)
    return { ...unchanged, sources: fromWherePublished(laidOver, plannedRun.published), overlay: files }
  }
  const message = messageOf(releases)
  const commit = await run.platform.git.commit(plannedRun.head, files, message, bumpTime(run))
  const sources = fromWherePublished(await run.history.sourcesAt(commit, paths), plannedRun.published)
  const changed = new Set(
    [...sources.charts.values()]
      .filter((chart) => differs(chart.path, plannedRun.sources, sources))
      .map(({ path }) => path),
  )
  return { ...nothing, commit, sources, files, message, changed }
}

/**
 * What the releases change in each chart's Chart.yaml. With `commit: none` a chart that is left alone still counts with its
 * published version inside its dependents.
 */
export function editsOf(
  run: VersionsInGit,
  plannedRun: Pick<PlannedRun, 'decisions'>,
  releases: readonly ChartDecision[],
) {
  const left = versionsStayOutOfGit(run) ? plannedRun.decisions.filter((decision) => decision.action === 'leave') : []
  return new Map([
    ...plannedRun.decisions.filter(isRaisedByHand).map(({ chart, version }) => [chart.path, { version }] as const),
    ...[...left, ...releases].map(({ chart, edits, ...decision }) => {
      const { version } = decision
      return [chart.path, isRaisedByHand({ ...decision, edits }) ? { ...edits, version } : edits] as const
    }),
  ])
}

/** Git has the version already, and charts that get a new one follow it. */
function isRaisedByHand({ action, edits }: Pick<ChartDecision, 'action' | 'edits'>): boolean {
  return action === 'publish' && edits.version === undefined
}

function differs(path: string, before: Sources, after: Sources): boolean {
  const [old, now] = [before.charts.get(path), after.charts.get(path)]
  return old?.fingerprint !== now?.fingerprint || old?.manifest.text !== now?.manifest.text
}

/** What git is told of the bumps; its first line is good for a pull request, too. */
export function messageOf(releases: readonly ChartDecision[]): string {
  const moved = releases.filter(
    (decision) => decision.edits.version !== undefined || decision.edits.appVersion !== undefined,
  )
  const named = moved.map((decision) => `${decision.chart.manifest.name} ${decision.version}`)
  const all = `${OUR_SUBJECT}${named.join(', ')}`
  const subject = all.length <= MAX_SUBJECT ? all : `${OUR_SUBJECT}${moved.length} charts`
  const body = moved.map((decision) => `- ${decision.chart.manifest.name} ${decision.version}: ${decision.reason}`)
  return `${subject}\n\n${body.join('\n')}\n\n${OUR_TRAILER}: bump\n`
}
