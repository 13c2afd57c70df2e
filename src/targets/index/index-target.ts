import { type IndexFile, readIndex } from '../../index-file/index-file.ts'
import { createMemo, withoutRepeats } from '../../model/async/memoize.ts'
import type { ChartRef, Digest, PackagedChart } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { type Look, mattersTo, type Presence, type StagedArtifact, type Target } from '../../model/target.ts'
import type { TargetContext } from '../target.ts'
import { adoptionsOf, storeAdoption } from './adoption.ts'
import { attachBeside, signaturesBeside, signedBeside } from './beside.ts'
import { archiveDigest, checkDigest, fetchBeside, isMissing, unrestorable } from './fetch.ts'
import { createKeyringCheck } from './keyring.ts'
import { spellingProblems } from './occupied.ts'
import { promoteAll, versionTaken } from './promote.ts'
import { rehearse } from './rehearsal.ts'
import { filesOf, keyOf } from './release-files.ts'
import { type IndexSignature, openIndexSignature } from './signature.ts'
import { INDEX_SIGNATURE, isAbout } from './state.ts'
import type { IndexStore } from './store.ts'

type Context = Pick<TargetContext, 'clock' | 'log' | 'newHttp' | 'indexSigner'>

/**
 * A target with an index.yaml. The index is what consumers see: a version is published when it is in there. It is read once
 * and again after every write; entries of others are never touched.
 */
export function openIndexTarget(store: IndexStore, context: Context): Target {
  const made = new Map<string, PackagedChart>()
  /** Listed before this run, which stores their archives again. */
  const restored = new Set<string>()
  const index = cachedIndex(store, context)
  const signature = openIndexSignature(store, context)
  const checkKeyring = createKeyringCheck(store, context.log)
  const staged = ({ name, version }: ChartRef, digest: Digest): StagedArtifact => ({
    ref: { name, version },
    digest,
    repository: store.url,
  })

  const reference = (ref: ChartRef) => new URL(store.archiveUrl(ref), `${store.url}/`).href

  async function stage(chart: PackagedChart): Promise<StagedArtifact> {
    const there = (await index.get())?.find(chart)
    made.set(keyOf(chart), chart)
    const isGone = there !== undefined && (await isMissing(store, chart, there))
    if (there && there.digest !== chart.digest) {
      throw isGone
        ? unrestorable(store, chart, there)
        : versionTaken(store, chart, { found: there.digest, digest: chart.digest })
    }
    if (there && !isGone) return staged(chart, chart.digest)
    if (isGone) restored.add(keyOf(chart))
    await checkKeyring(chart)
    await store.stage(chart, filesOf(chart), chart)
    return staged(chart, chart.digest)
  }

  async function find(ref: ChartRef, look: Look = { signatures: false }): Promise<Presence> {
    const listed = await index.get()
    const there = listed?.find(ref)
    if (!there) {
      listed?.requireRoom(ref.name)
      return { state: 'absent' }
    }
    const { fingerprint, appVersion, revision } = there
    const digest = there.digest ?? (await archiveDigest(store, context, { ref, entry: there }))
    const isGone = look.archive === true && (await isMissing(store, ref, there))
    if (look.archive && !isGone) await checkDigest(store, ref, there)
    const signed =
      look.signatures && !isGone
        ? await signedBeside(store, ref, digest, mattersTo(look, fingerprint) ? look.isOurs : undefined)
        : 'none'
    // The record lives beside the signature, and is asked for only if there may be one.
    const adoptions = signed !== 'none' && fingerprint === undefined && (await adoptionsOf(store, ref, digest))
    return {
      ...{ state: 'present', digest, signed },
      ...(adoptions && { adoptions }),
      ...(fingerprint !== undefined && { fingerprint }),
      ...(appVersion !== undefined && { appVersion }),
      ...(revision !== undefined && { revision }),
      ...(isGone && { isMissing: true }),
    }
  }

  return {
    address: store.address,
    url: store.url,
    ...(store.site !== undefined && { site: store.site }),
    hides: store.hides,
    signs: 'archive',
    together: true,
    reference,
    async preflight(refs) {
      const problems = [...spellingProblems(refs), ...(await store.preflight(refs))]
      if (problems.length > 0 || refs.length === 0) return problems
      rehearse(store, { index: await index.get(), refs, now: context.clock.now() })
      return signature.problems()
    },
    find: (ref, look) => find(ref, look).catch(unknownPresence),
    ...(store.isRevealed && { isPartlyShown: store.isRevealed }),
    versions: async (name) => (await index.get())?.versions(name) ?? [],
    stage,
    adopt: (ref, { digest }) => staged(ref, digest),
    attach: ({ ref }, { bundles }) => attachBeside(store, ref, bundles, reference(ref)),
    adoptions: ({ ref, digest }) => adoptionsOf(store, ref, digest),
    recordAdoption: (artifact, record) => storeAdoption(store, artifact, record),
    signatures: ({ ref }) => signaturesBeside(store, ref),
    fetch: async (artifact) =>
      fetchBeside(store, context, { ...artifact, entry: (await index.get())?.find(artifact.ref) }),
    async finish() {
      const there = context.indexSigner && (await index.get())
      if (there) await finishSignature(store, signature, { index: there.bytes, log: context.log })
      await store.sweep?.()
    },
    tidy: async () => store.sweep?.(),
    async promote(artifacts) {
      const planned = index.seen()
      index.forget()
      const promoting = { store, signature, made, restored, clock: context.clock, planned, written: index.get }
      const promoted = await promoteAll(promoting, artifacts)
      return promoted.map((one) => (one instanceof ReleaseError ? one : { ...one, reference: reference(one.ref) }))
    },
  }
}

/** A run that died between index and signature has left the latter under another name. */
async function finishSignature(
  store: IndexStore,
  signing: IndexSignature,
  { index, log }: Pick<Context, 'log'> & { readonly index: Uint8Array },
): Promise<void> {
  const there = await store.readSignature()
  if (there && isAbout(there, index)) return
  const { pending } = await store.readState()
  let found: Uint8Array | undefined
  if (pending) {
    await store.publish(async (state) => {
      found = await signing.signatureFor(state, undefined)
      return { added: [], kept: [], keys: new Map(), ...(found && { signature: found }) }
    })
  }
  if (there && !found) log.warning(`${INDEX_SIGNATURE} does not fit ${store.indexName} beside it.`)
}

/** Anything that is no answer is told as such; what is our own mistake is not. */
export function unknownPresence(thrown: unknown): Presence {
  if (thrown instanceof ReleaseError && thrown.kind !== 'bug') return { state: 'unknown', why: thrown }
  throw thrown
}

function isAboutContent(error: unknown): boolean {
  return error instanceof ReleaseError && /^INDEX_NOT_(?:LOADABLE|UNDERSTOOD)$/.test(error.code)
}

/** Warns once of each thing that is odd in the index. */
function cachedIndex(store: IndexStore, { log }: Context) {
  // How an index is written is the same for every chart that asks; one that is cut short may be whole next time.
  const current = createMemo<IndexFile | undefined>(isAboutContent)
  let seen: IndexFile | undefined
  const warn = withoutRepeats((text) => log.warning(text))
  const read = async () => {
    const source = await store.readIndex()
    const file = source && readIndex(source, store.unloadable)
    for (const { text } of file?.warnings ?? []) warn(text)
    seen = file
    return file
  }
  return {
    get: () => current.get(read),
    forget: current.forget,
    /** As it was when it was last read. */
    seen: () => seen,
  }
}
