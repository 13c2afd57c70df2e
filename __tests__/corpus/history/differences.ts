import type { ChartSource, Sources } from '../../../src/chart/source/source.ts'
import type { SourceFile } from '../../../src/chart/source/tree.ts'
import type { Git, TreeEntry } from '../../../src/ports/git.ts'
import type { Released } from './history-plan.ts'

export type Reason =
  | 'an ignored file'
  | 'a nested chart'
  | 'a link'
  | 'a file:// dependency'
  | 'reverted within the range'
  | 'unexplained'

export interface Difference {
  readonly commit: string
  readonly path: string
  readonly isNamed: boolean
  readonly reason: Reason
}

export interface Now {
  readonly commit: string
  readonly sources: Sources
  readonly chart: ChartSource
}

export interface Question {
  readonly git: Git
  readonly path: string
  /** Whether the plan names the chart; the list says the other. */
  readonly isNamed: boolean
  readonly release: Released
  readonly now: Now
}

/** Why the plan and the list of changed folders differ on one chart. */
export async function explain(question: Question): Promise<Difference> {
  const { path, isNamed, now } = question
  const reason = isNamed ? whyNamed(question) : await whyNotNamed(question)
  return { commit: now.commit, path, isNamed, reason }
}

/** The list counts files of the folder itself, without those of charts inside it, and nothing elsewhere. */
function whyNamed({ path, release, now }: Question): Reason {
  const changed = changedPackaged(release.chart, now.chart)
  if (changed.some(({ path: file }) => isNested(now.sources, path, file) || isNested(release.sources, path, file)))
    return 'a nested chart'
  if (changed.some((file) => file.from !== `${path}/${file.path}`)) return 'a link'
  if (localParts(release) !== localParts(now)) return 'a file:// dependency'
  return 'unexplained'
}

async function whyNotNamed({ git, path, release, now }: Question): Promise<Reason> {
  const [then, there] = await Promise.all([filesIn(git, release.commit, path), filesIn(git, now.commit, path)])
  const changed = [...new Set([...then.keys(), ...there.keys()])].filter((file) => then.get(file) !== there.get(file))
  if (changed.length === 0) return 'reverted within the range'
  if (changed.every((file) => isNested(now.sources, path, file))) return 'a nested chart'
  const packaged = new Set([...release.chart.files, ...now.chart.files].map((file) => file.path))
  if (changed.every((file) => !packaged.has(file))) return 'an ignored file'
  return 'unexplained'
}

function changedPackaged(then: ChartSource, now: ChartSource): readonly SourceFile[] {
  const [before, after] = [then, now].map(({ files }) => new Map(files.map((file) => [file.path, file.object])))
  return [...then.files, ...now.files].filter(({ path }) => before?.get(path) !== after?.get(path))
}

function isNested({ charts }: Sources, path: string, file: string): boolean {
  return [...charts.keys()].some((other) => other.startsWith(`${path}/`) && `${path}/${file}`.startsWith(`${other}/`))
}

function localParts({ sources, chart }: Pick<Now, 'sources' | 'chart'>): string {
  return JSON.stringify(
    chart.local.map(({ path }) => [
      path,
      sources.charts.get(path)?.fingerprint,
      sources.charts.get(path)?.manifest.version,
    ]),
  )
}

async function filesIn(git: Git, commit: string, path: string): Promise<ReadonlyMap<string, string>> {
  const inside = (entry: TreeEntry) => entry.path.startsWith(`${path}/`)
  const entries = (await git.tree(commit)).filter(inside)
  return new Map(entries.map((entry) => [entry.path.slice(path.length + 1), `${entry.mode} ${entry.object}`]))
}
