import { type IndexFile, readIndex } from '../index-file/index-file.ts'
import type { ChartRef, Digest, PackagedChart } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { SignatureSet } from '../model/signature.ts'
import type { Presence, StagedArtifact, Target } from '../model/target.ts'
import { filesOf, keyOf, namesOf } from './beside.ts'
import { archiveDigest, fetchBeside } from './index-fetch.ts'
import { promoteAll, taken } from './index-promote.ts'
import type { IndexStore } from './index-store.ts'
import type { TargetContext } from './target.ts'

type Context = Pick<TargetContext, 'clock' | 'log' | 'newHttp'>

/**
 * A target with an index.yaml. The index is what consumers see: a version is published when it is in there. It is read once
 * and again after every write; entries of others are never touched.
 */
export function openIndexTarget(store: IndexStore, context: Context): Target {
  const made = new Map<string, PackagedChart>()
  const index = cachedIndex(store, context)
  const staged = ({ name, version }: ChartRef, digest: Digest): StagedArtifact => ({
    ref: { name, version },
    digest,
    repository: store.url,
  })

  const reference = (ref: ChartRef) => new URL(store.archiveUrl(ref), `${store.url}/`).href

  async function stage(chart: PackagedChart): Promise<StagedArtifact> {
    const there = (await index.get())?.find(chart)
    made.set(keyOf(chart), chart)
    if (!there) await store.stage(chart, filesOf(chart), chart)
    else if (there.digest !== chart.digest) throw taken(store, chart, { found: there.digest, digest: chart.digest })
    return staged(chart, chart.digest)
  }

  async function attach({ ref }: StagedArtifact, { bundles }: SignatureSet): Promise<void> {
    const [bundle] = bundles
    const { signature } = namesOf(ref)
    if (!bundle || bundles.length > 1) throw new ReleaseError('BUG_UNEXPECTED', `${signature} takes one bundle`)
    const there = await store.read(ref, signature)
    if (!there || !Buffer.from(there).equals(bundle.json)) await store.stage(ref, new Map([[signature, bundle.json]]))
  }

  async function find(ref: ChartRef, look = { signatures: false }): Promise<Presence> {
    const there = (await index.get())?.find(ref)
    if (!there) return { state: 'absent' }
    const { fingerprint, appVersion, revision } = there
    const digest = there.digest ?? (await archiveDigest(store, context, { ref, entry: there }))
    const isSigned = look.signatures && (await store.has(ref, namesOf(ref).signature))
    return {
      ...{ state: 'present', digest, signed: isSigned ? 'some' : 'none' },
      ...(fingerprint !== undefined && { fingerprint }),
      ...(appVersion !== undefined && { appVersion }),
      ...(revision !== undefined && { revision }),
    }
  }

  return {
    address: store.address,
    url: store.url,
    hides: store.hides,
    signs: 'archive',
    together: true,
    reference,
    preflight: (refs) => store.preflight(refs),
    find: (ref, look) => find(ref, look).catch(unknown),
    versions: async (name) => (await index.get())?.versions(name) ?? [],
    stage,
    adopt: (ref, { digest }) => staged(ref, digest),
    attach,
    async signatures({ ref }) {
      const json = await store.read(ref, namesOf(ref).signature)
      return { legacy: [], bundles: json ? [{ json, predicateType: '' }] : [] }
    },
    fetch: async (artifact) =>
      fetchBeside(store, context, { ...artifact, entry: (await index.get())?.find(artifact.ref) }),
    async promote(artifacts) {
      index.forget()
      const promoted = await promoteAll({ store, made, clock: context.clock, written: index.get }, artifacts)
      return promoted.map((one) => (one instanceof ReleaseError ? one : { ...one, reference: reference(one.ref) }))
    },
  }
}

function unknown(thrown: unknown): Presence {
  if (thrown instanceof ReleaseError && thrown.kind !== 'bug') return { state: 'unknown', why: thrown }
  throw thrown
}

/** What an index says is told to its owner once. */
function cachedIndex(store: IndexStore, { log }: Context) {
  let asked: Promise<IndexFile | undefined> | undefined
  const told = new Set<string>()
  const read = async () => {
    const source = await store.readIndex()
    const file = source && readIndex(source)
    for (const { text } of file?.notices ?? []) if (!told.has(text)) log.warning(text)
    for (const { text } of file?.notices ?? []) told.add(text)
    return file
  }
  return {
    get: () => {
      asked ??= read().catch((error: unknown) => {
        asked = undefined
        throw error
      })
      return asked
    },
    forget: () => {
      asked = undefined
    },
  }
}
