import { mapConcurrent } from '../../../model/async/concurrency.ts'
import { ReleaseError } from '../../../model/errors.ts'
import { type AdoptionRecord, type Look, mattersTo, type Presence, type Published } from '../../../model/target.ts'
import { isBundle } from '../artifacts/manifest-reader.ts'
import { getManifest, headManifest, nameOf } from '../artifacts/manifests.ts'
import { findBundle, isSignature } from '../signatures/read-bundles.ts'
import type { Referrers, ReferrersReader, SubjectPlace } from '../signatures/referrers.ts'
import { signatureTag } from '../signatures/signature-tags.ts'
import type { RegistryClient } from '../transport/client.ts'
import { adoptionsIn } from './adoption.ts'
import { readChart, recordsIn } from './chart-manifest.ts'

// A chart has one; anybody who may push can list more.
const MAX_ASKED = 100
const AT_ONCE = 8

export interface PresenceContext {
  readonly client: RegistryClient
  readonly referrers: ReferrersReader
}

/**
 * What is under a tag: one request, two more with `signatures`, one for each bundle that only a fallback tag lists, and two
 * for each bundle that is read to see whose it is: the newest comes first, so most often one. Only a 404 means absent; whatever else is not a readable
 * chart is `unknown`, with the reason. Bugs of our own are thrown.
 */
export async function presenceOf(
  context: PresenceContext,
  place: { readonly repository: string; readonly tag: string },
  look: Look,
): Promise<Presence> {
  try {
    return await readPlace(context, place, look)
  } catch (thrown) {
    if (thrown instanceof ReleaseError && thrown.kind !== 'bug') return { state: 'unknown', why: thrown }
    throw thrown
  }
}

async function readPlace(
  context: PresenceContext,
  { repository, tag }: { readonly repository: string; readonly tag: string },
  look: Look,
): Promise<Presence> {
  const place = { repository, reference: tag }
  const delivered = await getManifest(context.client, place)
  if (!delivered) return { state: 'absent' }
  const layout = readChart(delivered.bytes)
  if (!layout) {
    throw new ReleaseError('REGISTRY_NOT_A_CHART', `${context.client.host}/${nameOf(place)} holds no Helm chart`, {
      hint: 'Publish charts to a path of their own, apart from images.',
    })
  }
  const { digest } = delivered
  const { fingerprint, appVersion, revision } = recordsIn(layout.manifest)
  const isOurs = mattersTo(look, fingerprint) ? look.isOurs : undefined
  const beside = look.signatures && (await lookBeside(context, { repository, digest }, isOurs))
  const { signed = 'none', adoptions } = beside || {}
  return {
    state: 'present',
    digest,
    ...(fingerprint !== undefined && { fingerprint }),
    ...(appVersion !== undefined && { appVersion }),
    ...(revision !== undefined && { revision }),
    ...(fingerprint === undefined && adoptions && { adoptions }),
    signed,
  }
}

/** What refers to a chart, told in one list. */
async function lookBeside(context: PresenceContext, place: SubjectPlace, isOurs: Look['isOurs']) {
  const { client, referrers } = context
  const { repository, digest } = place
  const [legacy, listed] = await Promise.all([
    headManifest(client, { repository, reference: signatureTag(digest) }, 'pull'),
    referrers.list(place).catch(foreignIsNone),
  ])
  const isSigned = legacy !== undefined && (await hasBundle(client, repository, listed))
  const signed: Published['signed'] = isSigned ? await signedBy(client, place, { listed, isOurs }) : 'none'
  return { signed, adoptions: adoptionsIn(listed.manifests) }
}

async function signedBy(
  client: RegistryClient,
  place: SubjectPlace,
  { listed, isOurs }: { readonly listed: Referrers; readonly isOurs: Look['isOurs'] },
): Promise<Published['signed']> {
  if (!isOurs) return 'some'
  const found = await findBundle(client, place, listed, (bundle) => isOurs(place.digest, bundle))
  return found ? 'some' : 'others'
}

/** What runs recorded of a chart that another tool published: one request. */
export async function adoptionsOf(
  { referrers }: PresenceContext,
  place: SubjectPlace,
): Promise<readonly AdoptionRecord[]> {
  return adoptionsIn((await referrers.list(place).catch(foreignIsNone)).manifests)
}

/**
 * Whether a bundle is stored. An index under the fallback tag outlives the bundles that it lists, so the registry is asked
 * for each of them; one that is gone may have been ours, and `signed` must not be said then.
 */
async function hasBundle(
  client: RegistryClient,
  repository: string,
  { manifests, byClients }: Referrers,
): Promise<boolean> {
  const bundles = manifests.filter((each) => isBundle(each) && isSignature(each)).slice(0, MAX_ASKED)
  if (bundles.length === 0) return false
  if (!byClients) return true
  const stored = await mapConcurrent(bundles, AT_ONCE, (each) =>
    headManifest(client, { repository, reference: each.digest }, 'pull'),
  )
  return !stored.includes(undefined)
}

/** Something else under the tag of the list is a fact about signatures; what the chart is, and its next version, are not touched by it. */
function foreignIsNone(thrown: unknown): Referrers {
  if (thrown instanceof ReleaseError && thrown.code === 'REGISTRY_SIGNATURE_TAG_FOREIGN')
    return { manifests: [], isCut: false, byClients: true }
  throw thrown
}
