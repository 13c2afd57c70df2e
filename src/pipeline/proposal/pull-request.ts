import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import { POSTPONE_LABEL } from '../../model/settings.ts'
import { type ChartDecision, plannedChart } from '../../plan/decision/decision.ts'
import type { OpenedPull, PullRequest, PullRequestText } from '../../ports/github.ts'
import { pullRequestText } from '../../report/markdown/pull-request.ts'
import { redactedForPublication } from '../../report/redact.ts'
import { laterHead, type MovedOn, movedOn } from '../bump/moved-branch.ts'
import { notesOf } from '../bump/release-notes.ts'
import { messageOf } from '../bump/write-bump.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'
import { foreignBranch, placeOn } from './bump-branch.ts'
import { label } from './labels.ts'
import type { Proposal } from './proposal.ts'
import { changeOf, marked } from './pull-request-text.ts'

/** How often other runs may change the branch or its pull request under this one. */
const MAX_RACES = 5
const PAUSE_MS = 1_000

/** What proposing takes of a run. */
type ProposalContext = Uses<
  'facts' | 'checkout' | 'ownCommits' | 'github' | 'history' | 'warn',
  'git' | 'log' | 'secrets' | 'clock',
  'pullRequestLabels' | 'pullRequestDraft'
>

export type Proposed =
  | { readonly result: 'done'; readonly proposal: Proposal }
  /** Nothing is proposed until a person acts. */
  | { readonly result: 'waiting'; readonly why: string }
  | MovedOn

/** Charts whose versions go into one pull request, and the branch that it is from. */
export interface Bump {
  readonly branch: string
  readonly commit: ObjectId
  readonly releases: readonly ChartDecision[]
}

/**
 * Puts the bump commit on the action's own branch and opens the pull request, or brings it up to date. If all of it is there already, nothing is written; what people wrote stays. Other runs may do the same at the same
 * time: their work is taken if it comes to the same. Fails with `BRANCH_NOT_OURS`,
 * `PULL_REQUEST_FAILED`, `GIT_PUSH_REFUSED`.
 */
export async function proposeBump(
  run: ProposalContext,
  plannedRun: PlannedRun,
  { branch, commit, releases }: Bump,
): Promise<Proposed> {
  const text = textOf(run, releases)
  for (let race = 1; ; race += 1) {
    const base = run.facts.refName
    const there = await run.github.findPull(branch, base)
    const closed = there ? undefined : await run.github.findClosedPull(branch, base)
    if (closed && isPostponed(closed)) return { result: 'waiting', why: postponedBy(run, closed) }
    const placed = await placeOn(run, plannedRun, {
      ...{ branch, wanted: commit },
      merged: closed?.isMerged ? closed.head : undefined,
    })
    if (placed.result === 'edited' && there)
      return { result: 'waiting', why: editedByOthers(run, there, { branch, seen: placed.seen }) }
    if (placed.result === 'edited') throw foreignBranch(branch, placed.seen)
    const opened = placed.result === 'done' ? await pullFor(run, branch, there, text) : undefined
    if (opened?.result === 'done') {
      await label(run, opened.pull, { isNew: !there })
      run.platform.log.info(`Proposed in ${opened.pull.url}`)
      return {
        result: 'done',
        proposal: { pull: opened.pull, paths: new Set(releases.map(({ chart }) => chart.path)) },
      }
    }
    const head = await laterHead(run, plannedRun)
    if (head !== undefined) return movedOn(run, plannedRun, head, { releases, isProposed: true })
    if (placed.result === 'rejected' && placed.isFinal) throw notPushed(branch, placed.reason)
    if (race === MAX_RACES)
      throw opened ? notOpened(opened.reason) : notPushed(branch, placed.result === 'rejected' ? placed.reason : '')
    await run.platform.clock.sleep(PAUSE_MS)
  }
}

/** Whether a pull request was closed with the label that keeps the next one from being opened. */
function isPostponed({ isMerged, labels }: PullRequest): boolean {
  return !isMerged && labels.some((label) => label.toLowerCase() === POSTPONE_LABEL)
}

/** Logs why nothing is proposed, and returns a short form of it, as the reason of the charts that wait. */
function postponedBy({ platform: { log } }: ProposalContext, { url }: PullRequest): string {
  log.info(`Nothing is proposed as long as ${url}, which was closed, has the label "${POSTPONE_LABEL}".`)
  return `put off by the label "${POSTPONE_LABEL}" of ${url}`
}

/** The same for a pull request whose branch somebody edited. */
export function editedByOthers(
  { warn }: Uses<'warn'>,
  { url }: PullRequest,
  { branch, seen }: { readonly branch: string; readonly seen: ObjectId },
): string {
  warn(
    `${url} is not brought up to date: ${branch} has changes at ${shortCommit(seen)} that this action did not make. Merge it, and what came later is proposed next; or delete the branch to have it created again.`,
  )
  return `waits for ${url}, whose branch somebody edited`
}

function textOf(
  { facts, platform: { secrets } }: ProposalContext,
  releases: readonly ChartDecision[],
): PullRequestText {
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
async function pullFor(
  run: ProposalContext,
  branch: string,
  there: PullRequest | undefined,
  text: PullRequestText,
): Promise<OpenedPull> {
  const { github, facts, platform, settings } = run
  if (!there) return github.openPull(branch, facts.refName, { ...marked(text), draft: settings.pullRequestDraft })
  const { change, kept } = changeOf(there, text)
  if (kept) platform.log.info(`Kept the ${kept} of ${there.url}, which somebody edited.`)
  const pull = Object.keys(change).length === 0 ? there : await github.updatePull(there.number, change)
  return pull.isOpen ? { result: 'done', pull } : { result: 'rejected', reason: `${pull.url} was closed` }
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

function notPushed(branch: string, reason: string): ReleaseError {
  const message = `The push of the version bumps to ${branch} was refused: ${reason}`
  return new ReleaseError('GIT_PUSH_REFUSED', message, {
    hint: 'Give the job `permissions: { contents: write, pull-requests: write }`. Where another run works on the same branch, run again.',
  })
}
