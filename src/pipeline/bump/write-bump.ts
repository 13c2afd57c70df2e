import { releaseEdits } from '../../chart/edit/release-edits.ts'
import { fromWherePublished, isByFolder } from '../../chart/source/local-dependencies.ts'
import { readSources } from '../../chart/source/read-sources.ts'
import type { Sources } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import { OUR_SUBJECT, OUR_TRAILER } from '../../model/git/trailer.ts'
import type { Intent } from '../../plan/decision/decision.ts'
import type { Scene } from '../plan/plan-step.ts'
import { gitStays, ownRepositories, type Run } from '../run.ts'
import { notesEdits } from './release-notes.ts'

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
export async function writeBump(run: Run, scene: Scene, releases: readonly Intent[]): Promise<Written> {
  const edits = editsOf(run, scene, releases)
  const made = releaseEdits(scene.sources.charts, edits, gitStays(run) ? isByFolder : undefined)
  const notes = await notesEdits(run, scene, releases, made.files)
  const files = new Map([...made.files, ...notes.files])
  const all = [...made.problems, ...notes.problems]
  const problems = new Map(all.filter(([path]) => releases.some(({ chart }) => chart.path === path)))
  const none = new Map<string, string>()
  const nothing = { overlay: none, files: none, message: '', changed: new Set<string>(), problems }
  const unchanged = { ...nothing, commit: scene.head, sources: scene.sources }
  if (files.size === 0 || problems.size > 0) return unchanged
  const options = { ownRepositories: ownRepositories(run) }
  const paths = [...scene.sources.charts.keys()]
  if (gitStays(run)) {
    const laidOver = await readSources(run.platform.git, scene.head, paths, { ...options, overlay: files })
    return { ...unchanged, sources: fromWherePublished(laidOver, scene.published), overlay: files }
  }
  const message = messageOf(releases)
  const commit = await run.platform.git.commit(scene.head, files, message, run.platform.clock.now())
  const sources = fromWherePublished(await readSources(run.platform.git, commit, paths, options), scene.published)
  const changed = new Set(
    [...sources.charts.values()].filter((chart) => differs(chart.path, scene.sources, sources)).map(({ path }) => path),
  )
  return { ...nothing, commit, sources, files, message, changed }
}

/**
 * What the releases change in each chart's Chart.yaml. With `commit: none` a chart that is left alone still counts with its
 * published version inside its dependents.
 */
export function editsOf(run: Run, scene: Pick<Scene, 'intents'>, releases: readonly Intent[]) {
  const left = gitStays(run) ? scene.intents.filter((intent) => intent.action === 'leave') : []
  return new Map([
    ...scene.intents.filter(isRaisedByHand).map(({ chart, version }) => [chart.path, { version }] as const),
    ...[...left, ...releases].map(({ chart, edits, ...intent }) => {
      const { version } = intent
      return [chart.path, isRaisedByHand({ ...intent, edits }) ? { ...edits, version } : edits] as const
    }),
  ])
}

/** Git has the version already, and charts that get a new one follow it. */
function isRaisedByHand({ action, edits }: Pick<Intent, 'action' | 'edits'>): boolean {
  return action === 'publish' && edits.version === undefined
}

function differs(path: string, before: Sources, after: Sources): boolean {
  const [old, now] = [before.charts.get(path), after.charts.get(path)]
  return old?.fingerprint !== now?.fingerprint || old?.manifest.text !== now?.manifest.text
}

/** What git is told of the bumps; its first line is good for a pull request, too. */
export function messageOf(releases: readonly Intent[]): string {
  const moved = releases.filter((intent) => intent.edits.version !== undefined || intent.edits.appVersion !== undefined)
  const named = moved.map((intent) => `${intent.chart.manifest.name} ${intent.version}`)
  const all = `${OUR_SUBJECT}${named.join(', ')}`
  const subject = all.length <= MAX_SUBJECT ? all : `${OUR_SUBJECT}${moved.length} charts`
  const body = moved.map((intent) => `- ${intent.chart.manifest.name} ${intent.version}: ${intent.reason}`)
  return `${subject}\n\n${body.join('\n')}\n\n${OUR_TRAILER}: bump\n`
}
