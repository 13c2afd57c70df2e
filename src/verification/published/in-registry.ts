import { parseVersion } from '../../chart/manifest/version.ts'
import { allOf } from '../../model/async/concurrency.ts'
import type { Digest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Target } from '../../model/target.ts'
import { chooseVersion, isExact } from './choose-version.ts'
import { chartMissing, digestDiffers } from './problems.ts'
import type { PublishedChart } from './published-chart.ts'
import type { ChartReference } from './reference.ts'

/** A chart in a registry: by tag, by digest, by both, or by a range of versions. */
export interface RegistrySource extends ChartReference {
  /** A version or a range, for a reference without a tag. */
  readonly wanted?: string | undefined
}

/**
 * A chart in a registry with all signatures that are stored for it, every byte checked against its digest. Fails with
 * `VERIFY_CHART_MISSING`, `VERIFY_DIGEST_DIFFERS`, and as the registry refuses.
 */
export async function fetchFromRegistry(source: RegistrySource, registry: Target): Promise<PublishedChart> {
  const { place, name, digest: given } = source
  const version = await versionOf(source, registry)
  // With a digest in hand nothing waits for the tag: all of it is asked for at the same time.
  const tagged = version === undefined ? Promise.resolve(given) : digestBehind({ ...source, version }, registry)
  const digest = given ?? (await tagged)
  if (digest === undefined) throw new ReleaseError('BUG_UNEXPECTED', `${place}/${name} was asked for without a version`)
  const ref = { name, version: version ?? '0.0.0' }
  const artifact = { ref, digest, repository: `${place.slice('oci://'.length)}/${name}` }
  const [, fetched, signatures] = await allOf([tagged, registry.fetch(artifact), registry.signatures(artifact)])
  const { archive, archiveDigest, provenance } = fetched
  return {
    ...{ name, archive, archiveDigest, signatures },
    ...(version !== undefined && { version }),
    reference: (found) => registry.reference(found),
    pinned: `${place}/${name}@${digest}`,
    ...(provenance && { provenance }),
    subject: { repository: artifact.repository, digest },
  }
}

/** `undefined` for a reference by digest alone. */
async function versionOf(
  { place, name, version, digest, wanted }: RegistrySource,
  registry: Target,
): Promise<string | undefined> {
  if (version !== undefined || (digest !== undefined && wanted === undefined)) return version
  if (wanted === undefined || isExact(wanted)) return wanted
  // Among the tags of a registry Helm knows strict versions only.
  const versions = (await registry.versions(name)).filter((one) => parseVersion(one) !== undefined)
  const chosen = chooseVersion(versions, wanted)
  if (chosen === undefined) throw chartMissing(name, wanted, { where: place, hasOthers: versions.length > 0 })
  return chosen
}

/** The digest that a tag leads to; of a reference with both, they must agree. */
async function digestBehind(
  { place, name, version, digest: given }: RegistrySource & { readonly version: string },
  registry: Target,
): Promise<Digest> {
  const found = await registry.find({ name, version })
  if (found.state === 'unknown') throw found.why
  if (found.state === 'absent') throw chartMissing(name, version, { where: place, hasOthers: false })
  if (given === undefined || given === found.digest) return found.digest
  throw digestDiffers(`${place}/${name}:${version}`, { given, found: found.digest })
}
