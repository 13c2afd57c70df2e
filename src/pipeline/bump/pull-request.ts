import { dependentsOf } from '../../chart/source/graph.ts'
import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { type ChartDecision, plannedChart } from '../../plan/decision/decision.ts'
import type { OpenedPull, PullRequest, PullRequestText } from '../../ports/github.ts'
import { pullRequestText } from '../../report/pull-request.ts'
import { redactedForPublication } from '../../report/redact.ts'
import type { PlannedRun } from '../plan/plan-step.ts'
import type { Run } from '../run.ts'
import { branchFor, foreignBranch, ownershipOf } from './bump-branch.ts'
import { laterHead, type MovedOn, movedOn } from './moved-branch.ts'
import { changeOf, marked } from './pull-request-text.ts'
import { notesOf } from './release-notes.ts'
import { isSameOnTop } from './same-commit.ts'
import { edited, isPutOff, notNow } from './waiting.ts'
import { messageOf } from './write-bump.ts'

/** What waits in a pull request: `paths` are folders of charts. */
export interface Proposal {
  readonly pull: PullRequest
  readonly paths: ReadonlySet<string>
}

/** Whether bumps of this run go into a pull request. */
export function proposes({ settings, facts }: Run): boolean {
  return settings.commit === 'pull-request' && facts.refType === 'branch'
}

/**
 * What can be released as git has it, and what needs a change of git first: with `commit: pull-request` that change is
 * proposed, and what depends on it waits too.
 */
export function divide(run: Run, plannedRun: PlannedRun, releases: readonly ChartDecision[]) {
  if (!proposes(run)) return { direct: releases, proposed: [] }
  const changes = ({ edits }: ChartDecision) => edits.version !== undefined || edits.appVersion !== undefined
  const changed = releases.filter(changes).map(({ chart }) => chart.path)
  const waiting = new Set([...changed, ...dependentsOf(plannedRun.sources.charts, changed)])
  return {
    direct: releases.filter(({ chart }) => !waiting.has(chart.path)),
    proposed: releases.filter(({ chart }) => waiting.has(chart.path)),
  }
}

/** How often other runs may change the branch or its pull request under this one. */
const MAX_RACES = 5
const PAUSE_MS = 1_000

export type Proposed =
  | { readonly result: 'done'; readonly proposal: Proposal }
  /** For a person. */
  | { readonly result: 'waiting'; readonly why: string }
  | MovedOn

/**
 * Puts the bump commit on the action's own branch and opens the pull request, or brings it up to date: one for each base
 * branch. Where all of it stands already, nothing is written, and what people wrote stays. Other runs may do the same at the
 * same time: what they did is looked at, and taken where it comes to the same. Fails with `BRANCH_NOT_OURS`,
 * `PULL_REQUEST_FAILED`, `GIT_PUSH_REFUSED`.
 */
export async function proposeBump(
  run: Run,
  plannedRun: PlannedRun,
  { commit, releases }: { readonly commit: ObjectId; readonly releases: readonly ChartDecision[] },
): Promise<Proposed> {
  const text = textOf(run, releases)
  for (let race = 1; ; race += 1) {
    const [branch, base] = [branchFor(run.facts.refName), run.facts.refName]
    const there = await run.github.findPull(branch, base)
    const closed = there ? undefined : await run.github.findClosedPull(branch, base)
    if (closed && isPutOff(closed)) return { result: 'waiting', why: notNow(run, closed) }
    const placed = await placeOn(run, plannedRun, {
      wanted: commit,
      merged: closed?.isMerged ? closed.head : undefined,
    })
    if (placed.result === 'edited' && there) return { result: 'waiting', why: edited(run, there, placed.seen) }
    if (placed.result === 'edited') throw foreignBranch(branch, placed.seen)
    const opened = placed.result === 'done' ? await pullFor(run, there, text) : undefined
    if (opened?.result === 'done') {
      run.platform.log.info(`Proposed in ${opened.pull.url}`)
      return {
        result: 'done',
        proposal: { pull: opened.pull, paths: new Set(releases.map(({ chart }) => chart.path)) },
      }
    }
    const head = await laterHead(run, plannedRun)
    if (head !== undefined) return movedOn(run, plannedRun, head, releases)
    if (placed.result === 'rejected' && placed.isFinal) throw notPushed(run, placed.reason)
    if (race === MAX_RACES)
      throw opened ? notOpened(opened.reason) : notPushed(run, placed.result === 'rejected' ? placed.reason : '')
    await run.platform.clock.sleep(PAUSE_MS)
  }
}

/**
 * Takes back a pull request that nothing is left for. The branch goes first, if it is still what this run saw: so a run
 * for a later commit, which may need it, keeps both.
 */
export async function withdraw(run: Run, plannedRun: PlannedRun): Promise<void> {
  const { git, log } = run.platform
  const base = run.facts.refName
  const branch = branchFor(base)
  const there = await run.github.findPull(branch, base)
  if (there === undefined) return
  const seen = await git.fetchRef(`refs/heads/${branch}`)
  if (seen !== undefined && (await ownershipOf(run, base, seen)) !== 'ours') {
    run.warn(foreignBranch(branch, seen).message)
    return
  }
  const isOvertaken = (await laterHead(run, plannedRun)) !== undefined
  const deleted = isOvertaken || seen === undefined ? undefined : await git.deleteBranch(branch, seen)
  if (isOvertaken || deleted?.result === 'rejected') {
    log.info(`${there.url} is left to the run of a later commit.`)
    return
  }
  await run.github.closePull(there.number)
  log.info(`Closed ${there.url}: no chart needs another version any more.`)
}

function textOf({ facts, platform: { secrets } }: Run, releases: readonly ChartDecision[]): PullRequestText {
  const [title = ''] = messageOf(releases).split('\n')
  const names = new Map(releases.map(({ chart }) => [chart.path, chart.manifest.name]))
  const charts = releases.map((decision) => plannedChart(decision, (path) => names.get(path) ?? path))
  const notes = new Map(
    releases.map((decision) => [decision.chart.path, redactedForPublication(notesOf(decision), secrets)]),
  )
  const body = pullRequestText(redactedForPublication(charts, secrets), { base: facts.refName, notes })
  return { title: secrets.redactData(title), body }
}

/** Rejected where it was merged or closed, or the branches changed, while this run worked. */
async function pullFor(run: Run, there: PullRequest | undefined, text: PullRequestText): Promise<OpenedPull> {
  const { github, facts, platform } = run
  if (!there) return github.openPull(branchFor(facts.refName), facts.refName, marked(text))
  const { change, kept } = changeOf(there, text)
  if (kept) platform.log.info(`Kept the ${kept} of ${there.url}, which somebody edited.`)
  const pull = Object.keys(change).length === 0 ? there : await github.updatePull(there.number, change)
  return pull.isOpen ? { result: 'done', pull } : { result: 'rejected', reason: `${pull.url} was closed` }
}

type Placed =
  | { readonly result: 'done' }
  /** By somebody else; nothing was pushed. */
  | { readonly result: 'edited'; readonly seen: ObjectId }
  /** Final: nobody else touched the branch, so a further push would be refused as well. */
  | { readonly result: 'rejected'; readonly reason: string; readonly isFinal: boolean }

interface Placing {
  readonly wanted: ObjectId
  /** The head of the pull request that was merged last: what the branch holds is on the base then, whoever wrote it. */
  readonly merged: ObjectId | undefined
}

async function placeOn(run: Run, plannedRun: PlannedRun, { wanted, merged }: Placing): Promise<Placed> {
  const { git } = run.platform
  const branch = branchFor(run.facts.refName)
  const look = () => git.fetchRef(`refs/heads/${branch}`)
  const seen = await look()
  if (seen !== undefined && (await isSameOnTop(run, plannedRun.head, { commit: seen, wanted })))
    return { result: 'done' }
  // What a run for a later commit has proposed must not be replaced by what this one knows.
  if ((await laterHead(run, plannedRun)) !== undefined)
    return { result: 'rejected', reason: 'the base branch moved', isFinal: false }
  const ownership = seen === undefined || seen === merged ? 'ours' : await ownershipOf(run, run.facts.refName, seen)
  if (seen !== undefined && ownership === 'edited') return { result: 'edited', seen }
  if (seen !== undefined && ownership === 'foreign') throw foreignBranch(branch, seen)
  const push = await git.replaceBranch(wanted, branch, seen)
  return push.result === 'rejected' ? { ...push, isFinal: (await look()) === seen } : { result: 'done' }
}

function notOpened(reason: string): ReleaseError {
  return new ReleaseError(
    'PULL_REQUEST_FAILED',
    `GitHub did not open the pull request of the version bumps: ${reason}`,
    {
      hint: 'If other runs or people change the same branch at this moment, run again; a `concurrency` group keeps release runs apart.',
    },
  )
}

function notPushed({ facts }: Run, reason: string): ReleaseError {
  const message = `The push of the version bumps to ${branchFor(facts.refName)} was refused: ${reason}`
  return new ReleaseError('GIT_PUSH_REFUSED', message, {
    hint: 'Give the job `permissions: { contents: write, pull-requests: write }`. Where another run works on the same branch, run again.',
  })
}
