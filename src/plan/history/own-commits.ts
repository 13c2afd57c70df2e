import { posix } from 'node:path'
import { readChartYaml, readLock, readRequirements } from '../../chart/manifest/chart-yaml.ts'
import { satisfies } from '../../chart/manifest/constraints.ts'
import { RELEASE_ANNOTATIONS } from '../../chart/source/fingerprint.ts'
import { FILE_SCHEME } from '../../chart/source/local-dependencies.ts'
import type { OwnRepository } from '../../chart/source/source.ts'
import type { ChartManifest, Dependency, ObjectId } from '../../model/chart.ts'
import { isObject } from '../../model/json.ts'
import type { Git, TreeEntry } from '../../ports/git.ts'

type Reader = Pick<Git, 'tree' | 'blobs' | 'resolve'>

/** Judges commits by what they change, each once. */
export interface OwnCommits {
  /** Whether a commit changes nothing against its first parent but what a bump changes. */
  isOwn(commit: ObjectId): Promise<boolean>
  /** The same of all that lies between two commits. */
  isOwnChange(from: ObjectId, to: ObjectId): Promise<boolean>
}

/**
 * What a bump changes: `version` and `appVersion` of charts, the annotations of a release, the constraints and lock entries
 * of dependencies on charts of this repository, and new sections of changelogs. A commit that does anything else is its
 * author's, whatever its message says.
 */
export function ownCommits(git: Reader, ownRepositories: readonly OwnRepository[]): OwnCommits {
  const known = new Map<string, Promise<boolean>>()
  const isOwnChange = (from: ObjectId, to: ObjectId) => {
    const key = `${from}..${to}`
    const judged = known.get(key) ?? judge(git, ownRepositories, from, to)
    known.set(key, judged)
    return judged
  }
  return {
    isOwnChange,
    async isOwn(commit) {
      const parent = await git.resolve(`${commit}^`)
      return parent !== undefined && isOwnChange(parent, commit)
    },
  }
}

interface Changed {
  readonly path: string
  /** Absent in a new file. */
  readonly before?: string | undefined
  readonly after: string
}

async function judge(
  git: Reader,
  ownRepositories: readonly OwnRepository[],
  from: ObjectId,
  to: ObjectId,
): Promise<boolean> {
  const [before, after] = [byPath(await git.tree(from)), byPath(await git.tree(to))]
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) =>
    differs(before.get(path), after.get(path)),
  )
  if (!paths.every((path) => isBumped(path, before.get(path), after.get(path)))) return false
  const objects = paths.flatMap((path) => [before.get(path)?.object ?? [], after.get(path)?.object ?? []].flat())
  const blobs = await git.blobs(objects)
  const textOf = (entry: TreeEntry | undefined) => {
    const blob = entry && blobs.get(entry.object)
    return blob && Buffer.from(blob).toString()
  }
  const isLocal = (chart: string, dependency: Dependency) =>
    localVersions(git, after, { chart, dependency, ownRepositories })
  for (const path of paths) {
    const [old, now] = [textOf(before.get(path)), textOf(after.get(path))]
    if (now === undefined || !(await isOurEdit({ path, before: old, after: now }, isLocal))) return false
  }
  return true
}

const byPath = (entries: readonly TreeEntry[]) => new Map(entries.map((entry) => [entry.path, entry]))

function differs(a: TreeEntry | undefined, b: TreeEntry | undefined): boolean {
  return a?.object !== b?.object || a?.mode !== b?.mode
}

/** By name and mode alone; only a changelog is ever new, and nothing is deleted. */
function isBumped(path: string, before: TreeEntry | undefined, after: TreeEntry | undefined): boolean {
  if (after === undefined || !after.mode.startsWith('100') || !mayBeBumped(path)) return false
  return before === undefined ? posix.basename(path) === 'CHANGELOG.md' : before.mode === after.mode
}

/** Whether a bump may change a file of this name. */
export function mayBeBumped(path: string): boolean {
  return EDITORS.has(posix.basename(path))
}

/** The version that a chart of this repository has, if a dependency means it; `any`: it is published by this repository. */
type IsLocal = (chart: string, dependency: Dependency) => Promise<string | 'any' | undefined>

async function localVersions(
  git: Reader,
  after: ReadonlyMap<string, TreeEntry>,
  {
    chart,
    dependency: { repository },
    ownRepositories,
  }: { readonly chart: string; readonly dependency: Dependency; readonly ownRepositories: readonly OwnRepository[] },
): Promise<string | 'any' | undefined> {
  if (ownRepositories.some(({ address }) => address === repository.replace(/\/$/, ''))) return 'any'
  if (!repository.startsWith(FILE_SCHEME)) return undefined
  const file = posix.join(chart, repository.slice(FILE_SCHEME.length), 'Chart.yaml')
  const entry = after.get(file)
  const blob = entry && (await git.blobs([entry.object])).get(entry.object)
  return blob && readChartYaml(Buffer.from(blob).toString(), file).version
}

async function isOurEdit(changed: Changed, isLocal: IsLocal): Promise<boolean> {
  try {
    return (await EDITORS.get(posix.basename(changed.path))?.(changed, isLocal)) ?? false
  } catch {
    // What can't be read was not written here.
    return false
  }
}

type Editor = (changed: Changed, isLocal: IsLocal) => Promise<boolean> | boolean

/** Whether a changed file of this name is one that a bump writes, and as it writes it. */
const EDITORS: ReadonlyMap<string, Editor> = new Map<string, Editor>([
  ['Chart.yaml', isChartEdit],
  ['requirements.yaml', isRequirementsEdit],
  ['Chart.lock', isLockEdit],
  ['requirements.lock', isLockEdit],
  ['CHANGELOG.md', isInsertion],
])

async function isChartEdit({ path, before = '', after }: Changed, isLocal: IsLocal): Promise<boolean> {
  const [old, now] = [readChartYaml(before, path), readChartYaml(after, path)]
  return lasting(old) === lasting(now) && followsOnly(path, old.dependencies, now.dependencies, isLocal)
}

/** All that Helm reads of a Chart.yaml and that no bump changes. */
function lasting({ metadata }: ChartManifest): string {
  const { version, appVersion, dependencies, annotations, ...rest } = metadata
  const kept = Object.entries(isObject(annotations) ? annotations : {}).filter(([key]) => !RELEASE_ANNOTATIONS.has(key))
  return JSON.stringify([rest, kept.sort(([a], [b]) => (a < b ? -1 : 1))])
}

function isRequirementsEdit({ path, before = '', after }: Changed, isLocal: IsLocal): Promise<boolean> {
  return followsOnly(path, readRequirements(before, path), readRequirements(after, path), isLocal)
}

/** Whether the dependencies are the same, but for constraints that follow charts of this repository. */
async function followsOnly(
  path: string,
  before: readonly Dependency[],
  after: readonly Dependency[],
  isLocal: IsLocal,
): Promise<boolean> {
  if (before.length !== after.length) return false
  for (const [index, now] of after.entries()) {
    const old = before[index]
    if (old === undefined || withoutVersion(old) !== withoutVersion(now)) return false
    if (old.version === now.version) continue
    const version = await isLocal(posix.dirname(path), now)
    if (version === undefined || (version !== 'any' && !satisfies(version, now.version))) return false
  }
  return true
}

function withoutVersion({ fields: { version: _, ...rest } }: Dependency): string {
  return JSON.stringify(rest)
}

async function isLockEdit({ path, before = '', after }: Changed, isLocal: IsLocal): Promise<boolean> {
  const [old, now] = [readLock(before, path).entries, readLock(after, path).entries]
  if (old.length !== now.length) return false
  for (const [index, entry] of now.entries()) {
    const was = old[index]
    if (was?.name !== entry.name || was.repository !== entry.repository) return false
    if (was.version === entry.version) continue
    const dependency = { ...entry, fields: {} }
    const version = await isLocal(posix.dirname(path), dependency)
    if (version === undefined || (version !== 'any' && version !== entry.version)) return false
  }
  return true
}

/** Whether the new text is the old one with a single insertion. */
function isInsertion({ before = '', after }: Changed): boolean {
  const old = before.trimEnd()
  let start = 0
  while (start < old.length && old[start] === after[start]) start += 1
  const rest = old.slice(start)
  return after.length > old.length && after.slice(start).trimEnd().endsWith(rest)
}
