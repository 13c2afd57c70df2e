import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import { type ManifestPlace, nameOf } from '../artifacts/manifests.ts'
import type { RegistryClient } from '../transport/client.ts'

/** The tag under which cosign looks for signatures of a digest (formats.md 3). */
export function signatureTag(digest: Digest): string {
  return `${digest.replace(':', '-')}.sig`
}

/** The tag under which referrers are listed if there is no API (OCI distribution specification 1.1, "Referrers Tag Schema"). */
export function fallbackTag(digest: Digest): string {
  return digest.replace(':', '-')
}

/**
 * The error for a tag of signatures that ours cannot be added to. Anybody who may push can bring that about, so the hint
 * must lead out.
 */
export function foreignSignatureTag(client: RegistryClient, place: ManifestPlace, why: string): ReleaseError {
  const name = `${client.host}/${nameOf(place)}`
  return new ReleaseError('REGISTRY_SIGNATURE_TAG_FOREIGN', `${name} ${why}`, {
    hint: `Find out who wrote it, delete the tag ${place.reference} of ${place.repository} in the registry, and run again: this run's signatures are stored again, those of others have to be stored by them.`,
  })
}
