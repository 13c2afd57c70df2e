import { dependentsOf } from '../chart/graph.ts'
import type { ObjectId } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import { type Intent, plannedChart } from '../plan/intent.ts'
import type { PullRequest } from '../platform/platform.ts'
import { pullRequestText } from '../report/pull-request.ts'
import { redactedForPublication } from '../report/redact.ts'
import type { Scene } from './look.ts'
import { notesOf } from './release-notes.ts'
import type { Run } from './run.ts'
import { isSameOnTop } from './same-commit.ts'
import { messageOf } from './write-bump.ts'

/** What waits in a pull request: `paths` are folders of charts. */
export interface Proposal {
  readonly pull: PullRequest
  readonly paths: ReadonlySet<string>
}

/** Whether bumps of this run go into a pull request. */
export function proposes({ settings, facts }: Run): boolean {
  return settings.commit.value === 'pull-request' && facts.refType === 'branch'
}

/**
 * What can be released as git has it, and what needs a change of git first: with `commit: pull-request` that change is
 * proposed, and what depends on it waits too.
 */
export function divide(run: Run, scene: Scene, releases: readonly Intent[]) {
  if (!proposes(run)) return { direct: releases, proposed: [] }
  const changes = ({ edits }: Intent) => edits.version !== undefined || edits.appVersion !== undefined
  const changed = releases.filter(changes).map(({ chart }) => chart.path)
  const waiting = new Set([...changed, ...dependentsOf(scene.sources.charts, changed)])
  return {
    direct: releases.filter(({ chart }) => !waiting.has(chart.path)),
    proposed: releases.filter(({ chart }) => waiting.has(chart.path)),
  }
}

/** The branch is the action's own: it holds one commit on top of the base, made anew whenever that moves. */
const branchFor = (base: string) => `release-charts/${base}`

/**
 * Puts the bump commit on the action's own branch and opens the pull request, or brings it up to date: one for each base
 * branch. Where all of it stands already, nothing is written. Fails with `PULL_REQUEST_FAILED`, `GIT_PUSH_REFUSED`.
 */
export async function propose(
  run: Run,
  scene: Scene,
  { commit, releases }: { readonly commit: ObjectId; readonly releases: readonly Intent[] },
): Promise<Proposal> {
  const base = run.facts.refName
  const branch = branchFor(base)
  await placeOn(run, branch, { parent: scene.head, wanted: commit })
  const { secrets } = run.platform
  const [title = ''] = messageOf(releases).split('\n')
  const names = new Map(releases.map(({ chart }) => [chart.path, chart.manifest.name]))
  const charts = releases.map((intent) => plannedChart(intent, (path) => names.get(path) ?? path))
  const notes = new Map(releases.map((intent) => [intent.chart.path, redactedForPublication(notesOf(intent), secrets)]))
  const text = {
    title: secrets.redactData(title),
    body: pullRequestText(redactedForPublication(charts, secrets), { base, notes }),
  }
  const there = await run.github.findPull(branch, base)
  const isCurrent = there?.title === text.title && unified(there.body) === unified(text.body)
  const pull = isCurrent ? there : await written(run, there, { branch, base, text })
  run.platform.log.info(`Proposed in ${pull.url}`)
  return { pull, paths: new Set(releases.map(({ chart }) => chart.path)) }
}

/** Takes back a pull request that nothing is left for. */
export async function withdraw(run: Run): Promise<void> {
  const branch = branchFor(run.facts.refName)
  const there = await run.github.findPull(branch, run.facts.refName)
  if (there === undefined) return
  await run.github.closePull(there.number)
  const seen = await run.platform.git.fetchRef(`refs/heads/${branch}`)
  if (seen !== undefined) await run.platform.git.deleteBranch(branch, seen)
  run.platform.log.info(`Closed ${there.url}: no chart needs another version any more.`)
}

/** GitHub stores texts with line ends of its own. */
const unified = (text: string) => text.replaceAll('\r\n', '\n').trim()

function written(
  { github }: Run,
  there: PullRequest | undefined,
  {
    branch,
    base,
    text,
  }: { readonly branch: string; readonly base: string; readonly text: Pick<PullRequest, 'title' | 'body'> },
): Promise<PullRequest> {
  return there ? github.updatePull(there.number, text) : github.openPull(branch, base, text)
}

async function placeOn(
  run: Run,
  branch: string,
  { parent, wanted }: { readonly parent: ObjectId; readonly wanted: ObjectId },
): Promise<void> {
  const { git } = run.platform
  const seen = await git.fetchRef(`refs/heads/${branch}`)
  if (seen !== undefined && (await isSameOnTop(run, parent, { commit: seen, wanted }))) return
  const push = await git.replaceBranch(wanted, branch, seen)
  if (push.result !== 'rejected') return
  throw new ReleaseError('GIT_PUSH_REFUSED', `The push of the version bumps to ${branch} was refused: ${push.reason}`, {
    hint: 'Give the job `permissions: { contents: write, pull-requests: write }`. Where another run works on the same branch, run again.',
  })
}
