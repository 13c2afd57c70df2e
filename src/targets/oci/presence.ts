import type { Digest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Presence } from '../../model/target.ts'
import { PREDICATE_TYPE } from './bundle-manifest.ts'
import { isBundle } from './bundles.ts'
import { readChart, recordsIn } from './chart-manifest.ts'
import type { RegistryClient } from './client.ts'
import { signatureTag } from './legacy-manifest.ts'
import { getManifest, headManifest, nameOf } from './manifests.ts'
import { COSIGN_SIGN_PREDICATE } from './media-types.ts'
import type { ReferrersReader } from './referrers.ts'

export interface PresenceContext {
  readonly client: RegistryClient
  readonly referrers: ReferrersReader
}

/**
 * What is under a tag: one request, two more with `signatures`. Only a 404 means absent; whatever else is not a readable
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
  const isSigned = signatures && (await hasBothSignatures(context, repository, digest))
  const { fingerprint, appVersion, revision } = recordsIn(layout.manifest)
  return {
    state: 'present',
    digest,
    ...(fingerprint !== undefined && { fingerprint }),
    ...(appVersion !== undefined && { appVersion }),
    ...(revision !== undefined && { revision }),
    signed: isSigned ? 'some' : 'none',
  }
}

async function hasBothSignatures({ client, referrers }: PresenceContext, repository: string, digest: Digest) {
  const [legacy, listed] = await Promise.all([
    headManifest(client, { repository, reference: signatureTag(digest) }, 'pull'),
    referrers.list({ repository, digest }),
  ])
  // Some registries list referrers without their annotations.
  const isSignature = (type: string | undefined) => type === undefined || type === COSIGN_SIGN_PREDICATE
  return legacy !== undefined && listed.some((each) => isBundle(each) && isSignature(each.annotations[PREDICATE_TYPE]))
}
