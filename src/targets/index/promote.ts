import { type IndexFile, newIndex, readIndex } from '../../index-file/index-file.ts'
import type { Source } from '../../index-file/scan/source.ts'
import { releaseOf } from '../../index-file/write/release.ts'
import type { ChartRef, Digest, PackagedChart } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Promoted, StagedArtifact } from '../../model/target.ts'
import type { Clock } from '../../ports/process.ts'

import { keyFilesOf, keyOf } from './release-files.ts'
import type { IndexSignature } from './signature.ts'
import { INDEX, type IndexState, indexGone } from './state.ts'
import type { IndexStore, Publication } from './store.ts'

export interface Promoting {
  readonly store: IndexStore
  readonly signature: IndexSignature
  /** What this run packaged, by `keyOf`. */
  readonly made: ReadonlyMap<string, PackagedChart>
  /** Those of them that were listed already, and gone. */
  readonly restored: ReadonlySet<string>
  readonly clock: Clock
  /** The index that the run was planned with; `undefined` if there was none. */
  readonly planned: IndexFile | undefined
  /** The index after the write. */
  readonly written: () => Promise<IndexFile | undefined>
}

/**
 * Brings all of them into the index with one write and reads it back; results in their order, without their references.
 * What stops one chart is its result; what stops the index is thrown.
 */
export async function promoteAll(
  promoting: Promoting,
  artifacts: readonly StagedArtifact[],
): Promise<readonly (Omit<Exclude<Promoted, ReleaseError>, 'reference'> | ReleaseError)[]> {
  const { store } = promoting
  const refused = await revealAll(promoting, artifacts)
  const going = artifacts.filter((artifact) => !refused.has(artifact))
  const added = new Set<StagedArtifact>()
  let signedIndex = {}
  if (going.length > 0) {
    let wrote = false
    await store.publish(async (state) => {
      const { source } = state
      const index = requireContinued(promoting, source) ?? newIndex(store.indexName, promoting.clock.now())
      const judged = judge(store, index, going)
      added.clear()
      for (const artifact of judged.added) added.add(artifact)
      for (const [artifact, problem] of judged.refused) refused.set(artifact, problem)
      const publication = await withSignature(promoting, state, publicationOf(promoting, index, judged))
      wrote = publication.index !== undefined && publication.signature !== undefined
      return publication
    })
    await promoting.signature.confirm(wrote)
    if (wrote) signedIndex = { signedIndex: `${store.url}/${INDEX}` }
  }
  const now = await promoting.written()
  return artifacts.map((artifact) => {
    const problem = refused.get(artifact) ?? problemIn(store, now, artifact)
    const changed = added.has(artifact) || promoting.restored.has(keyOf(artifact.ref))
    return problem ?? { ...artifact, ...signedIndex, changed }
  })
}

/** What the index holds already is as visible as it can be, unless its archive was gone. */
async function revealAll(
  promoting: Promoting,
  artifacts: readonly StagedArtifact[],
): Promise<Map<StagedArtifact, ReleaseError>> {
  const { store, restored } = promoting
  if (!store.reveal) return new Map()
  const index = requireContinued(promoting, await store.readIndex())
  const { added, kept, refused } = judge(store, index, artifacts)
  const problems = new Map(refused)
  for (const artifact of [...added, ...kept.filter(({ ref }) => restored.has(keyOf(ref)))]) {
    await store.reveal(artifact.ref).catch((error: unknown) => problems.set(artifact, asReleaseError(error)))
  }
  return problems
}

/** The index as it is now. Fails with `INDEX_GONE` if nothing of what the run was planned with is left: that is no state to go on from. */
function requireContinued({ planned, store }: Promoting, source: Source | undefined): IndexFile | undefined {
  const now = source && readIndex(source, store.unloadable)
  if (!planned) return now
  if (!now) throw indexGone(`${store.indexName} was there when this run was planned, and is gone`)
  const isLeft = (name: string) => {
    const left = new Set(now.versions(name))
    return planned.versions(name).some((version) => left.has(version))
  }
  // Most often the first one answers.
  if (planned.names.some(isLeft)) return now
  const had = planned.names.filter((name) => planned.versions(name).length > 0)
  if (had.length === 0) return now
  const what = `${store.indexName} had ${had.length === 1 ? 'a chart' : `${had.length} charts`} when this run was planned`
  throw indexGone(`${what}, and none of their versions is in it now`)
}

interface Judged {
  readonly added: readonly StagedArtifact[]
  readonly kept: readonly StagedArtifact[]
  readonly refused: ReadonlyMap<StagedArtifact, ReleaseError>
}

function judge(store: IndexStore, index: IndexFile | undefined, artifacts: readonly StagedArtifact[]): Judged {
  const [added, kept]: [StagedArtifact[], StagedArtifact[]] = [[], []]
  const refused = new Map<StagedArtifact, ReleaseError>()
  for (const artifact of artifacts) {
    const there = index?.find(artifact.ref)
    const problem = there && otherContent(store, artifact, there.digest)
    if (problem) refused.set(artifact, problem)
    else (there ? kept : added).push(artifact)
  }
  return { added, kept, refused }
}

function publicationOf({ store, made, clock }: Promoting, index: IndexFile, { added, kept }: Judged): Publication {
  const charts = added.map(({ ref }) => stagedChart(made, ref))
  const releases = charts.map((chart) => releaseOf(chart, [store.archiveUrl(chart)]))
  const next = index.add(releases, clock.now())
  return {
    ...(next !== index && { index: next.bytes }),
    added: added.map(({ ref }) => ref),
    kept: kept.map(({ ref }) => ref),
    keys: new Map(charts.flatMap((chart) => [...keyFilesOf(chart)])),
  }
}

async function withSignature(
  { signature: signing }: Promoting,
  state: IndexState,
  publication: Publication,
): Promise<Publication> {
  const signature = await signing.signatureFor(state, publication.index)
  return signature ? { ...publication, signature } : publication
}

/** Who promotes is who staged: an index holds what is in the chart. */
function stagedChart(made: Promoting['made'], ref: ChartRef): PackagedChart {
  const chart = made.get(keyOf(ref))
  if (chart) return chart
  throw new ReleaseError('BUG_UNEXPECTED', `${keyOf(ref)} was to be promoted and never staged`)
}

function problemIn(
  store: IndexStore,
  index: IndexFile | undefined,
  artifact: StagedArtifact,
): ReleaseError | undefined {
  const there = index?.find(artifact.ref)
  if (there) return otherContent(store, artifact, there.digest)
  const { name, version } = artifact.ref
  return new ReleaseError(
    'INDEX_ENTRY_LOST',
    `${store.indexName} was written with ${name} ${version} and does not hold it.`,
    {
      hint: 'Something else writes the same index without reading it first; find out what, and run again.',
    },
  )
}

/** An entry without a digest was judged by its archive when it was found. */
function otherContent(store: IndexStore, { ref, digest }: StagedArtifact, found: Digest | undefined) {
  return found === undefined || found === digest ? undefined : versionTaken(store, ref, { found, digest })
}

/** The index holds the version with other content than this run made. */
export function versionTaken(
  { indexName }: Pick<IndexStore, 'indexName'>,
  { name, version }: ChartRef,
  { found, digest }: { readonly found: Digest | undefined; readonly digest: Digest },
): ReleaseError {
  const what = `${indexName} holds ${name} ${version} with ${found ?? 'no digest'}, and this run made ${digest}`
  return new ReleaseError('CONFLICT_TAG_TAKEN', what, {
    hint: 'A published version is never overwritten: raise the version in Chart.yaml and run again.',
  })
}
