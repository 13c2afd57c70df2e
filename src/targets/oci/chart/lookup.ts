import { mapConcurrent } from '../../../model/async/concurrency.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { AdoptionRecord, Presence } from '../../../model/target.ts'
import { isBundle } from '../artifacts/manifest-reader.ts'
import { getManifest, headManifest, nameOf } from '../artifacts/manifests.ts'
import { isSignature } from '../signatures/read-bundles.ts'
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
 * What is under a tag: one request, two more with `signatures`, and one for each bundle
 * that only a fallback tag lists. Only a 404 means absent; whatever else is not a readable
 * chart is `unknown`, with the reason. Bugs of our own are thrown.
 */
export async function presenceOf(
  context: PresenceContext,
  place: { readonly repository: string; readonly tag: string },
  signatures: boolean,
): Promise<Presence> {
  try {
    return await look(context, place, signatures)
  } catch (thrown) {
    if (thrown instanceof ReleaseError && thrown.kind !== 'bug') return { state: 'unknown', why: thrown }
    throw thrown
  }
}

async function look(
  context: PresenceContext,
  { repository, tag }: { readonly repository: string; readonly tag: string },
  signatures: boolean,
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
  const { isSigned = false, adoptions } = signatures ? await lookBeside(context, repository, digest) : {}
  const { fingerprint, appVersion, revision } = recordsIn(layout.manifest)
  return {
    state: 'present',
    digest,
    ...(fingerprint !== undefined && { fingerprint }),
    ...(appVersion !== undefined && { appVersion }),
    ...(revision !== undefined && { revision }),
    ...(fingerprint === undefined && adoptions && { adoptions }),
    signed: isSigned ? 'some' : 'none',
  }
}

/** What refers to a chart, told in one list. */
async function lookBeside(context: PresenceContext, repository: string, digest: Digest) {
  const { client, referrers } = context
  const [legacy, listed] = await Promise.all([
    headManifest(client, { repository, reference: signatureTag(digest) }, 'pull'),
    referrers.list({ repository, digest }).catch(foreignIsNone),
  ])
  const isSigned = legacy !== undefined && (await hasBundle(client, repository, listed))
  return { isSigned, adoptions: adoptionsIn(listed.manifests) }
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
