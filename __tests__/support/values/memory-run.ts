import { readSettings } from '../../../src/inputs.ts'
import { memoizeAsync } from '../../../src/model/async/memoize.ts'
import type { ObjectId } from '../../../src/model/chart.ts'
import type { Target } from '../../../src/model/target.ts'
import { createHistory } from '../../../src/pipeline/history.ts'
import { createReleaseTags } from '../../../src/pipeline/release-tags.ts'
import type { Run } from '../../../src/pipeline/run.ts'
import { ownCommits } from '../../../src/plan/history/own-commits.ts'
import type { Git } from '../../../src/ports/git.ts'
import type { GitHub } from '../../../src/ports/github.ts'
import type { RunnerFacts, Steps } from '../../../src/ports/runner.ts'
import { memoryFiles } from './memory-files.ts'
import { aGit, type MemoryCommit } from './memory-git.ts'
import { aBuildContext, memoryHelm } from './memory-helm.ts'
import { memoryTarget, type PublishingTarget } from './memory-target.ts'
import { aLog } from './pipeline.ts'

interface Situation {
  readonly commits: readonly MemoryCommit[]
  readonly inputs?: Readonly<Record<string, string>>
  /** What earlier runs published to. */
  readonly target?: PublishingTarget
  readonly git?: Partial<Git>
  readonly github?: (git: Git) => Partial<GitHub>
  readonly facts?: Partial<RunnerFacts>
}

const FACTS: RunnerFacts = {
  ...{ serverUrl: 'https://github.com', apiUrl: 'https://api.github.com', repository: 'acme/charts', owner: 'acme' },
  ...{ repositoryUrl: 'https://github.com/acme/charts', ref: 'refs/heads/main', refType: 'branch', refName: 'main' },
  ...{ sha: '', eventName: 'push', actor: 'ada', runId: '1', runUrl: 'https://github.com/acme/charts/actions/runs/1' },
  ...{ workspace: '/work', runnerTemp: '/temp', debugging: false, isPullRequest: false, visibility: 'public' },
}

export interface MemoryRun {
  readonly run: Run
  readonly git: Git
  readonly target: PublishingTarget
  readonly lines: readonly string[]
  readonly warnings: readonly string[]
  /** Titles of the steps that ran, in order. */
  readonly steps: readonly string[]
  /** What others can see of it, in order: `push main`, `tag app-1.0.0`, `show app 1.0.0`. */
  readonly effects: readonly string[]
}

/** A whole run on ports in memory, unsigned, with settings as its inputs give them. */
export async function aMemoryRun({
  commits,
  inputs = {},
  target = memoryTarget(),
  ...given
}: Situation): Promise<MemoryRun> {
  const files = memoryFiles()
  const log = aLog()
  const warnings: string[] = []
  const steps: string[] = []
  const effects: string[] = []
  const git = aGit({ commits, files, changes: { ...originOf(effects), ...given.git } })
  const settings = await readSettings({
    inputs: { sign: 'none', bump: 'patch', targets: 'oci://registry.test/charts', ...inputs },
    environment: {},
  })
  const targets = [watched(target, effects)]
  const head = await git.head()
  const history = createHistory(git, targets, settings)
  const same = (text: string) => text
  const checkout: Run['checkout'] = {
    ...{ head, shownOn: 'ref', settled: head, read: async () => undefined, readAtHead: async () => undefined },
  }
  const run: Run = {
    // A registry in memory is nowhere to be looked at over the network.
    outside: () => undefined,
    recognition: undefined,
    ...{ settings, targets, history, checkout, facts: { ...FACTS, sha: head, ...given.facts } },
    ...{ helm: async () => memoryHelm(files), buildContext: memoizeAsync(aBuildContext(git, files)) },
    ...{ signing: async () => undefined, provenance: async () => undefined },
    ...{ warn: (text) => void warnings.push(text), releaseTags: createReleaseTags(settings) },
    ...{ ownCommits: ownCommits(git, history.ownRepositories) },
    github: { branchRules: async () => [], ...given.github?.(git) } as GitHub,
    steps: stepsIn(steps),
    platform: {
      ...{ git, log, files },
      clock: {
        now: () => new Date('2026-11-20T12:00:00Z'),
        monotonic: () => 0,
        sleep: async () => {},
        random: () => 0,
      },
      ...{ serverTime: { ahead: () => undefined }, secrets: { add: () => {}, redact: same, redactData: same } },
    } as Partial<Run['platform']> as Run['platform'],
  }
  return { run, git, target, lines: log.lines, warnings, steps, effects }
}

function stepsIn(titles: string[]): Steps {
  return {
    get current() {
      return titles.at(-1) ?? ''
    },
    during: (title, work) => {
      titles.push(title)
      return work()
    },
  }
}

function watched(target: PublishingTarget, effects: string[]): Target {
  const promote: Target['promote'] = (artifacts) => {
    for (const { ref } of artifacts) effects.push(`show ${ref.name} ${ref.version}`)
    return target.promote(artifacts)
  }
  return { ...target, promote }
}

/** What origin answers if nobody else is at work. */
function originOf(effects: string[]): Partial<Git> {
  const tags = new Map<string, ObjectId>()
  return {
    ...{ pushProblem: async () => undefined, pushesWithToken: async () => true, fastForward: async () => true },
    remoteDefaultBranch: async () => 'main',
    remoteTags: async () => tags,
    pushBranch: async (_commit, branch) => {
      effects.push(`push ${branch}`)
      return { result: 'done' }
    },
    createTags: async (wanted) => {
      for (const [tag, commit] of wanted) {
        tags.set(tag, commit)
        effects.push(`tag ${tag}`)
      }
      return new Map([...wanted.keys()].map((tag) => [tag, { result: 'done' }]))
    },
  }
}
