import { digestOf } from '../../chart/archive/digest.ts'
import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError } from '../../model/errors.ts'
import type { Target } from '../../model/target.ts'
import type { RecordedRelease } from '../../plan/published/half-released.ts'
import type { Scope } from '../../plan/scope/scope.ts'
import type { Git, SideClone } from '../../ports/git.ts'
import type { ReleaseRecord } from '../half-release.ts'
import type { Uses } from '../run.ts'
import { OVERLAY, RELEASES_FILE, readRecord, recordFiles } from './record-format.ts'

/** Refs that no clone fetches and no list of branches or tags shows. */
const UNFINISHED = 'refs/release-charts/unfinished/'
/** A command line holds that many with ease. */
const REFS_A_PUSH = 100
const MAX_BYTES = 4 * 1024 * 1024

export type RecordRefs = ReadonlyMap<string, ObjectId>

/**
 * The refs of all records on origin, for one request to the git server. Not asked if the targets of this run can't be half
 * released, for `check`, and for a tag that releases nothing. A release does not need the answer, so a failure is a warning.
 */
export async function recordRefs(
  { targets, settings, platform, warn }: Uses<'targets' | 'warn', 'git', 'mode'>,
  scope: Scope,
): Promise<RecordRefs> {
  if (!canBeHalfReleased(targets) || settings.mode === 'check' || scope.kind === 'nothing') return new Map()
  return platform.git.remoteRefs(UNFINISHED).catch((error: unknown) => {
    warn(notRead(asReleaseError(error).message))
    return new Map()
  })
}

/** Whether a promotion has a moment at which a version is public in one place and missing in another. */
export function canBeHalfReleased(targets: readonly Target[]): boolean {
  return targets.length > 1 || targets.some(({ isPartlyShown }) => isPartlyShown !== undefined)
}

/** The records that these refs of origin lead to, oldest first. One that can't be read is left alone, with a warning. */
export async function readRecords(run: Uses<'warn', 'git'>, refs: RecordRefs): Promise<readonly ReleaseRecord[]> {
  const records: ReleaseRecord[] = []
  // One after another: git has one place for what was fetched last.
  for (const [, group] of Map.groupBy(refs, ([, commit]) => commit)) {
    const names = group.map(([ref]) => ref)
    const found = await readCommit(run.platform.git, names[0] ?? '').catch((error: unknown) => {
      run.warn(notRead(asReleaseError(error).message))
      return undefined
    })
    // Another run may have finished it meanwhile.
    if (found === undefined) continue
    for (const ref of names) {
      const release = found.releases.find((each) => isNameOf(ref, each))
      if (release) records.push({ ref, release, writtenAt: found.writtenAt })
      else run.warn(`${ref} is not a record of an unfinished release and is left alone.`)
    }
  }
  return records.sort((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime())
}

async function readCommit(git: Git, ref: string) {
  const commit = await git.fetchRef(ref)
  if (commit === undefined) return undefined
  const files = (await git.tree(commit)).filter(({ mode }) => mode === '100644')
  const blobs = await git.blobs(
    files.map(({ object }) => object),
    MAX_BYTES,
  )
  const overlay = files.flatMap(({ path, object }) => {
    const content = path.startsWith(OVERLAY) && blobs.get(object)
    return content ? [[path.slice(OVERLAY.length), Buffer.from(content).toString()] as const] : []
  })
  const json = blobs.get(files.find(({ path }) => path === RELEASES_FILE)?.object ?? '')
  return { releases: readRecord(json, new Map(overlay)), writtenAt: await git.commitTime(commit) }
}

/**
 * Writes releases down, each under a ref of its own, so that a person can drop one. The names are made of the content: runs
 * that do the same write the same. Empty without the right to do so: a release works without it, but what this run leaves
 * half done is not finished by a later one.
 */
export async function writeRecords(
  run: Uses<'warn', 'git' | 'clock'>,
  releases: readonly RecordedRelease[],
): Promise<readonly ReleaseRecord[]> {
  const files = recordFiles(releases)
  const digest = digestOf(JSON.stringify([...files].map(([path, content]) => [path, digestOf(content)])))
  const writtenAt = run.platform.clock.now()
  const records = releases.map((release) => ({ ref: `${prefixOf(release)}${shortened(digest)}`, release, writtenAt }))
  const refs = records.map(({ ref }) => ref)
  try {
    const clone = await run.platform.git.sideClone()
    const commit = await clone.commit({ parent: undefined, files, message: messageOf(releases), at: writtenAt })
    const refused = await push(clone, refs, commit)
    if (refused === undefined || (await isThere(run, refs))) return records
    run.warn(notWritten(refused))
  } catch (error) {
    run.warn(notWritten(asReleaseError(error).message))
  }
  return []
}

/** Removes records. What can't be removed now is removed by the next run, which finds the releases finished. */
export async function removeRecords(run: Uses<never, 'git' | 'log'>, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return
  const refused = await run.platform.git
    .sideClone()
    .then((clone) => push(clone, refs, ''))
    .catch((error: unknown) => asReleaseError(error).message)
  if (refused !== undefined) run.platform.log.info(`${refs.join(', ')} could not be removed yet: ${refused}`)
}

/** The server's reason if it refused one of them. */
async function push(clone: SideClone, refs: readonly string[], commit: ObjectId | ''): Promise<string | undefined> {
  for (let from = 0; from < refs.length; from += REFS_A_PUSH) {
    const batch = refs.slice(from, from + REFS_A_PUSH).map((ref) => [ref, commit] as const)
    const results = [...(await clone.push(new Map(batch))).values()]
    for (const result of results) if (result.result === 'rejected') return result.reason
  }
  return undefined
}

/** Written by a run that does the same at this moment. */
async function isThere({ platform: { git } }: Uses<never, 'git'>, refs: readonly string[]): Promise<boolean> {
  const there = await git.remoteRefs(UNFINISHED)
  return refs.every((ref) => there.has(ref))
}

function prefixOf({ name, version }: RecordedRelease): string {
  return `${UNFINISHED}${name}-${version}-`
}

function isNameOf(ref: string, release: RecordedRelease): boolean {
  const prefix = prefixOf(release)
  return ref.startsWith(prefix) && /^[0-9a-f]{16}$/.test(ref.slice(prefix.length))
}

function shortened(digest: string): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + 16)
}

function messageOf(releases: readonly RecordedRelease[]): string {
  const lines = releases.map(({ name, version, targets }) => `- ${name} ${version}: ${targets.join(', ')}`)
  return `Releases that are not finished yet\n\n${lines.join('\n')}\n`
}

function notRead(reason: string): string {
  return `Whether earlier runs left half releases behind is not known: ${reason}.`
}

function notWritten(reason: string): string {
  return `What this run publishes can't be written down below ${UNFINISHED}: ${reason}. If the run ends between two targets and the chart changes before the next run, that version stays on the first of them only. Give the job \`permissions: { contents: write }\`.`
}
