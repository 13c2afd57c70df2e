import { digestOf } from '../../chart/archive/digest.ts'
import type { ChartRef, Digest, PackagedChart } from '../../model/chart.ts'
import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import type { FetchedChart, Look, Presence, Promoted, StagedArtifact, Target } from '../../model/target.ts'
import { mattersTo } from '../../model/target.ts'
import type { ReleaseStore } from '../github-releases/release-store.ts'
import { adoptionsOf, storeAdoption } from '../index/adoption.ts'
import { attachBeside, signaturesBeside, signedBeside } from '../index/beside.ts'
import { unknownPresence } from '../index/index-target.ts'
import { archiveNames, filesOf, keyOf } from '../index/release-files.ts'
import { archiveLost, foreignRelease, otherBytes, versionTaken } from './problems.ts'
import type { Shown, ShownVersion } from './shown.ts'

interface Options {
  readonly address: string
  readonly store: ReleaseStore
  readonly shown: Shown
}

/**
 * Charts as GitHub Releases and nothing else: one release for each version, under its git tag, with the archive and all that
 * belongs to it. What an index says of a version elsewhere stands in the text of its release.
 */
export function openReleasesTarget({ address, store, shown }: Options): Target {
  /** What this run stored, by `keyOf`. */
  const stored = new Set<string>()
  const folderOf = (ref: ChartRef) => store.archiveUrl(ref).replace(/\/[^/]*$/, '')
  const artifact = ({ name, version }: ChartRef, digest: Digest): StagedArtifact => {
    const ref = { name, version }
    return { ref, digest, repository: folderOf(ref) }
  }

  async function find(ref: ChartRef, look: Look = { signatures: false }): Promise<Presence> {
    const there = await shown.of(ref)
    const { digest = there?.record?.archive, record } = there ?? {}
    // Without archive and record it is the release of something else.
    if (!there || digest === undefined) return { state: 'absent' }
    if (look.archive) requireRecorded(ref, there)
    const isGone = there.digest === undefined
    const matters = mattersTo(look, record?.fingerprint) ? look.isOurs : undefined
    const signed = look.signatures && !isGone ? await signedBeside(store, ref, digest, matters) : 'none'
    const adoptions = signed !== 'none' && !record && (await adoptionsOf(store, ref, digest))
    const { fingerprint, appVersion, revision } = record ?? {}
    return {
      ...{ state: 'present', digest, signed },
      ...(adoptions && { adoptions }),
      ...(fingerprint !== undefined && { fingerprint }),
      ...(appVersion !== undefined && { appVersion }),
      ...(revision !== undefined && { revision }),
      ...(look.archive && isGone && { isMissing: true }),
    }
  }

  async function stage(chart: PackagedChart): Promise<StagedArtifact> {
    const there = await shown.now(chart)
    requireRoom(chart, there)
    if (there?.digest === undefined) {
      stored.add(keyOf(chart))
      await store.stage(chart, filesOf(chart), chart)
    }
    return artifact(chart, chart.digest)
  }

  async function fetch({ ref, digest }: Pick<StagedArtifact, 'ref' | 'digest'>): Promise<FetchedChart> {
    const { archive: file, provenance: beside } = archiveNames(ref)
    const archive = await store.read(ref, file)
    if (!archive) throw archiveLost(store.tagOf(ref), ref, { found: digest })
    const found = digestOf(archive)
    if (found !== digest) throw otherBytes(store.tagOf(ref), ref, found, digest)
    const provenance = await store.read(ref, beside)
    const { fingerprint, revision, created } = (await shown.of(ref))?.record ?? {}
    return {
      ...{ digest, archive, archiveDigest: digest },
      ...(provenance && { provenance }),
      ...(fingerprint !== undefined && { fingerprint }),
      ...(revision !== undefined && { revision }),
      ...(created && { created }),
    }
  }

  async function promote(one: StagedArtifact): Promise<Promoted> {
    const { ref, digest } = one
    const changed = stored.has(keyOf(ref)) && (await store.reveal(ref))
    const there = await shown.now(ref)
    if (there?.digest === undefined) throw archiveLost(store.tagOf(ref), ref, { found: digest })
    if (there.digest !== digest) throw versionTaken(there.tag, ref, { found: there.digest, made: digest })
    return { ...one, reference: store.archiveUrl(ref), changed }
  }

  return {
    address,
    hides: 'hidden',
    signs: 'archive',
    together: false,
    follows: true,
    reference: store.archiveUrl,
    async preflight(refs) {
      const problems = await store.problems(refs)
      if (problems.length > 0) return problems
      const all = await Promise.all(refs.map((ref) => roomProblem(ref, shown)))
      return all.filter((problem) => problem !== undefined)
    },
    find: (ref, look) => find(ref, look).catch(unknownPresence),
    versions: store.versions,
    stage,
    adopt: (ref, { digest }) => artifact(ref, digest),
    attach: ({ ref }, { bundles }) => attachBeside(store, ref, bundles, store.archiveUrl(ref)),
    adoptions: ({ ref, digest }) => adoptionsOf(store, ref, digest),
    recordAdoption: (one, record) => storeAdoption(store, one, record),
    signatures: ({ ref }) => signaturesBeside(store, ref),
    fetch,
    finish: store.sweep,
    tidy: store.sweep,
    promote: (artifacts) => Promise.all(artifacts.map((one) => promote(one).catch(asReleaseError))),
  }
}

/** Fails if the archive is not the one that the release says it is. */
function requireRecorded(ref: ChartRef, { tag, digest, record }: ShownVersion): void {
  if (digest && record && digest !== record.archive) throw otherBytes(tag, ref, digest, record.archive)
}

/** Fails if a public release is in the way of this chart's. */
function requireRoom(chart: PackagedChart, there: ShownVersion | undefined): void {
  if (!there) return
  const { tag, digest, record } = there
  if (digest && digest !== chart.digest) throw versionTaken(tag, chart, { found: digest, made: chart.digest })
  if (digest) return
  if (!record) throw foreignRelease(tag, chart)
  if (record.archive !== chart.digest) throw archiveLost(tag, chart, { found: record.archive, made: chart.digest })
}

async function roomProblem(ref: ChartRef, shown: Shown): Promise<ReleaseError | undefined> {
  const there = await shown.of(ref)
  return there && !there.digest && !there.record ? foreignRelease(there.tag, ref) : undefined
}
