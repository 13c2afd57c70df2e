import { ReleaseError } from '../../../model/errors.ts'
import type { Descriptor } from '../artifacts/manifest-reader.ts'
import type { RegistryClient } from '../transport/client.ts'
import type { Referrer, Subject } from './bundle-manifest.ts'

/** A referrer that is listed with another type than it has. */
export function wronglyTyped(referrers: readonly Referrer[], listed: readonly Descriptor[]): Descriptor | undefined {
  const wanted = new Map(referrers.map(({ digest, entry }) => [digest, entry.artifactType]))
  return listed.find(({ digest, artifactType }) => wanted.has(digest) && wanted.get(digest) !== artifactType)
}

/**
 * Consumers look for bundles by `artifactType`, and a registry that does not know this field lists the type of the config. That
 * is seen in the list that is read anyway after the first signature: to find it out before, something would have to be stored.
 * Fails with `REGISTRY_REFERRERS_REFUSED`.
 */
export function requireTyped(
  { host }: RegistryClient,
  { repository, digest }: Subject,
  wrong: Descriptor | undefined,
): void {
  if (!wrong) return
  const found = wrong.artifactType?.slice(0, 100) ?? 'nothing'
  const message = `${host} lists a signature of ${repository}@${digest} with the type ${found}, by which nobody finds it`
  throw new ReleaseError('REGISTRY_REFERRERS_REFUSED', message, {
    hint: 'Its referrers API does not know the field `artifactType` of OCI 1.1. Update the registry; or turn that API off, as signatures are then listed under a tag; or use another registry, or set sign: none. Nothing was made visible, and the next run goes on from here.',
  })
}
