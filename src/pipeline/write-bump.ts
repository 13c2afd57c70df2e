import { isByFolder } from '../chart/local-dependencies.ts'
import { readSources } from '../chart/read-sources.ts'
import { releaseEdits } from '../chart/release-edits.ts'
import type { Sources } from '../chart/source.ts'
import type { ObjectId } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import { OUR_TRAILER } from '../model/trailer.ts'
import type { Intent } from '../plan/intent.ts'
import type { Scene } from './look.ts'
import { gitStays, ownRepositories, type Run } from './run.ts'

/** Git hosts show the first 72 characters of a subject. */
const MAX_SUBJECT = 72

/** Where the run's charts are packaged from, once the versions are written. */
export interface Written {
  /** The commit that holds the edits: a new local one, or the planned one where git stays or nothing changes. */
  readonly commit: ObjectId
  readonly sources: Sources
  /** Edits that git never gets, by path. */
  readonly overlay: ReadonlyMap<string, string>
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
  const { files } = made
  const problems = new Map([...made.problems].filter(([path]) => releases.some(({ chart }) => chart.path === path)))
  const nothing = { overlay: new Map<string, string>(), changed: new Set<string>(), problems }
  const unchanged = { ...nothing, commit: scene.head, sources: scene.sources }
  if (files.size === 0 || problems.size > 0) return unchanged
  const options = { ownRepositories: ownRepositories(run) }
  const paths = [...scene.sources.charts.keys()]
  if (gitStays(run)) {
    const sources = await readSources(run.platform.git, scene.head, paths, { ...options, overlay: files })
    return { ...unchanged, sources, overlay: files }
  }
  const commit = await run.platform.git.commit(scene.head, files, message(releases), run.platform.clock.now())
  const sources = await readSources(run.platform.git, commit, paths, options)
  const changed = new Set(
    [...sources.charts.values()].filter((chart) => differs(chart.path, scene.sources, sources)).map(({ path }) => path),
  )
  return { ...nothing, commit, sources, changed }
}

/** With `commit: none` a chart that is left alone still counts with its published version inside its dependents. */
function editsOf(run: Run, scene: Scene, releases: readonly Intent[]) {
  const intents = gitStays(run)
    ? [...scene.intents.filter((intent) => intent.action === 'leave'), ...releases]
    : releases
  return new Map(
    intents.map(({ chart, action, version, edits }) => {
      const isByHand = action === 'publish' && edits.version === undefined
      return [chart.path, isByHand ? { ...edits, version } : edits] as const
    }),
  )
}

function differs(path: string, before: Sources, after: Sources): boolean {
  const [old, now] = [before.charts.get(path), after.charts.get(path)]
  return old?.fingerprint !== now?.fingerprint || old?.manifest.text !== now?.manifest.text
}

function message(releases: readonly Intent[]): string {
  const moved = releases.filter((intent) => intent.edits.version !== undefined || intent.edits.appVersion !== undefined)
  const named = moved.map((intent) => `${intent.chart.manifest.name} ${intent.version}`)
  const all = `chore(release): ${named.join(', ')}`
  const subject = all.length <= MAX_SUBJECT ? all : `chore(release): ${moved.length} charts`
  const body = moved.map((intent) => `- ${intent.chart.manifest.name} ${intent.version}: ${intent.reason}`)
  return `${subject}\n\n${body.join('\n')}\n\n${OUR_TRAILER}: bump\n`
}

/** How the push of the bump ended. */
export type Pushed =
  | { readonly result: 'done' | 'nothing' }
  | { readonly result: 'again'; readonly head: ObjectId }
  | { readonly result: 'superseded'; readonly by: ObjectId }

/**
 * Pushes the bump, never forced. Where the branch moved meanwhile: the new head is taken when it left this plan's charts
 * alone, else the run that it started carries on. Fails with `GIT_PUSH_REFUSED` where a rule forbids the push.
 */
export async function pushBump(run: Run, scene: Scene, written: Written, releases: readonly Intent[]): Promise<Pushed> {
  if (written.commit === scene.head) return { result: 'nothing' }
  const { git } = run.platform
  const branch = run.facts.refName
  const push = await git.pushBranch(written.commit, branch)
  if (push.result !== 'rejected') {
    run.platform.log.info(`Pushed ${written.commit.slice(0, 12)} to ${branch}.`)
    await git.fastForward(written.commit)
    return { result: 'done' }
  }
  const head = await git.fetchRef(`refs/heads/${branch}`)
  if (head === undefined || head === scene.head || (await git.isAncestor(head, scene.head)))
    throw refused(branch, push.reason)
  const paths = releases.map((intent) => intent.chart.path)
  const now = await readSources(git, head, paths, { ownRepositories: ownRepositories(run) })
  const touched = paths.some((path) => {
    const [planned, there] = [scene.sources.charts.get(path), now.charts.get(path)]
    return planned?.fingerprint !== there?.fingerprint || planned?.manifest.text !== there?.manifest.text
  })
  return touched ? { result: 'superseded', by: head } : { result: 'again', head }
}

function refused(branch: string, reason: string): ReleaseError {
  return new ReleaseError('GIT_PUSH_REFUSED', `The push of the version bump to ${branch} was refused: ${reason}`, {
    hint: 'Give the job `permissions: { contents: write }`; for a protected branch use a GitHub App token or deploy key on its bypass list, or `commit: none`.',
  })
}
