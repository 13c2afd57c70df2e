import { aChart } from '../support/charts/three-charts.ts'
import type { Files, TestRepository } from '../support/git/repository.ts'
import type { RunOptions } from '../support/run/workflow.ts'

/** One of the runs that start together. */
export interface Entrant extends Pick<RunOptions, 'sha' | 'event' | 'inputs'> {
  /** It is the second of two jobs; the first one is over when the others begin. */
  readonly isInParts?: true
}

export interface Constellation {
  readonly name: string
  /** Of every run, the quiet one at the end too. */
  readonly inputs: Readonly<Record<string, string>>
  /** Files of the repository beside the charts. */
  readonly files?: Files
  /** The git tag of a version, where it is not the default. */
  readonly tagOf?: (chart: Chart, version: string) => string
  /** Charts that are released without signatures. */
  readonly unsigned?: readonly Chart[]
  /** Changes the repository and says which runs that starts: `count` of them. */
  prepare(line: Line, round: number, count: number): Promise<readonly Entrant[]>
}

/** The branch that all rounds of one matrix cell work on, with the two charts `app` and `db`. */
export interface Line {
  readonly repository: TestRepository
  /** Every change so far, by chart: all of them must be in what is published last. */
  readonly changes: Readonly<Record<Chart, readonly string[]>>
  /** Every commit that a person pushed. */
  readonly commits: readonly string[]
  /** Commits and pushes one change to these charts; returns the commit. */
  change(...charts: readonly Chart[]): Promise<string>
  /** The same, and raises their version by hand; returns the commit and the versions. */
  raise(...charts: readonly Chart[]): Promise<{ readonly commit: string; readonly versions: Record<Chart, string> }>
}

export type Chart = 'app' | 'db'

export const CHARTS: readonly Chart[] = ['app', 'db']

export const firstFiles = { ...aChart('app', '1.0.0'), ...aChart('db', '1.0.0') }

const CHANGES = 'changes.txt'

export function aLine(repository: TestRepository): Line {
  const changes: Record<Chart, string[]> = { app: [], db: [] }
  const commits: string[] = []

  async function commit(charts: readonly Chart[], more: Record<string, string> = {}): Promise<string> {
    const line = `change ${commits.length + 1}`
    for (const chart of charts) changes[chart].push(line)
    const files = charts.map((chart) => [`charts/${chart}/${CHANGES}`, `${changes[chart].join('\n')}\n`])
    const made = await repository.commit(`fix: ${line}`, { ...Object.fromEntries(files), ...more })
    commits.push(made)
    return made
  }

  return {
    repository,
    changes,
    commits,
    change: (...charts) => commit(charts),
    async raise(...charts) {
      const versions: Record<Chart, string> = { app: '', db: '' }
      const files: Record<string, string> = {}
      for (const chart of charts) {
        const path = `charts/${chart}/Chart.yaml`
        const text = await repository.remoteFile(path)
        versions[chart] = text.replace(
          /^.*\nversion: (\d+)\.(\d+)\..*$/s,
          (_, major, minor) => `${major}.${Number(minor) + 1}.0`,
        )
        files[path] = text.replace(/^version: .*$/m, `version: ${versions[chart]}`)
      }
      return { commit: await commit(charts, files), versions }
    },
  }
}

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index))

async function inTurn<T>(count: number, make: (index: number) => Promise<T>): Promise<readonly T[]> {
  const made: T[] = []
  while (made.length < count) made.push(await make(made.length))
  return made
}

/** The first commit raises the version by hand, the others change the content and leave the version as it is. */
function ofOneVersion(line: Line, count: number): Promise<readonly Entrant[]> {
  return inTurn(count, async (index) => ({
    sha: index === 0 ? (await line.raise('app')).commit : await line.change('app'),
  }))
}

/** The first half of the runs is of a tag, the others of the branch. */
function tagsAndBranch(count: number, tag: string, tagged: string, branch: string): readonly Entrant[] {
  const event = { name: 'push', ref: `refs/tags/${tag}` } as const
  return times(count, (index) => (index < count / 2 ? { event, sha: tagged } : { sha: branch }))
}

const sameCommit: Constellation = {
  name: 'same commit',
  inputs: {},
  async prepare(line, round, count) {
    // In every other round there is nothing to bump: all of them claim and promote.
    const sha = round % 2 === 1 ? await line.change(...CHARTS) : (await line.raise(...CHARTS)).commit
    return times(count, () => ({ sha }))
  },
}

const differentCommits: Constellation = {
  name: 'different commits',
  inputs: {},
  async prepare(line, round, count) {
    if (round % 3 === 0) return ofOneVersion(line, count)
    // Commits that leave each other's charts alone, and commits that are all of one chart.
    const chartOf = (index: number) => (round % 3 === 1 ? CHARTS[index % CHARTS.length] : undefined) ?? 'app'
    return inTurn(count, async (index) => ({ sha: await line.change(chartOf(index)) }))
  },
}

const tagBesideMain: Constellation = {
  name: 'a tag beside main',
  inputs: {},
  async prepare(line, round, count) {
    const { repository } = line
    const kind = round % 3
    if (kind === 1) {
      // The application's tag: its run leaves git as it is, and wants the version that the branch's run writes to git.
      const sha = await line.change(...CHARTS)
      await repository.tag(`v${round}.0.0`, sha)
      return tagsAndBranch(count, `v${round}.0.0`, sha, sha)
    }
    const { commit, versions } = await line.raise('app')
    const tag = `app-${versions.app}`
    await repository.tag(tag, commit)
    // A release tag; main either stands there, too, or has gone on without a new version.
    return tagsAndBranch(count, tag, commit, kind === 2 ? await line.change(...CHARTS) : commit)
  },
}

const withoutCommits: Constellation = {
  name: 'commit: none',
  inputs: { commit: 'none' },
  async prepare(line, round, count) {
    if (round % 4 !== 0) return differentCommits.prepare(line, round % 4, count)
    const sha = await line.change(...CHARTS)
    return times(count, () => ({ sha }))
  },
}

/** Each chart has tags of its own form, and one is not signed. */
const ownSettings: Constellation = {
  name: 'settings of their own',
  inputs: {},
  files: {
    '.github/release-charts.yaml':
      'charts:\n  app:\n    tag-template: v{{ .Version }}\n  charts/d*:\n    tag-template: db_v{{ .Version }}\n    sign: none\n',
  },
  tagOf: (chart, version) => (chart === 'app' ? `v${version}` : `db_v${version}`),
  unsigned: ['db'],
  prepare: (line, round, count) => (round % 3 === 2 ? sameCommit : differentCommits).prepare(line, round, count),
}

/** Every other run is the second of two jobs, which does with what was built before the others began. */
const inTwoJobs: Constellation = {
  name: 'two jobs beside one',
  inputs: {},
  async prepare(line, round, count) {
    const entrants = await (round % 2 === 1 ? sameCommit : differentCommits).prepare(line, Math.ceil(round / 2), count)
    return entrants.map((entrant, index) => (index % 2 === 1 ? { ...entrant, isInParts: true } : entrant))
  },
}

export const constellations: readonly Constellation[] = [
  ...[sameCommit, differentCommits, tagBesideMain, withoutCommits, ownSettings],
  inTwoJobs,
]
