import { allOf } from '../../../model/async/concurrency.ts'
import { shared } from '../../../model/async/memoize.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { FetchedChart } from '../../../model/target.ts'
import { getBlob } from '../artifacts/blobs.ts'
import type { Descriptor } from '../artifacts/manifest-reader.ts'
import { getManifest, nameOf } from '../artifacts/manifests.ts'
import type { SubjectPlace } from '../signatures/referrers.ts'
import type { RegistryClient } from '../transport/client.ts'
import { readChart, recordsIn } from './chart-manifest.ts'

const MAX_ARCHIVE_BYTES = 100 * 1024 * 1024
const MAX_PROVENANCE_BYTES = 1024 * 1024
const MAX_CONFIG_BYTES = 4 * 1024 * 1024

/**
 * Reads all that a consumer reads: manifest, config, archive and provenance, each checked against its digest and size. Who wrote
 * it has the manifest in hand: then its parts are asked for at the same time, as nothing else can have that digest.
 * Fails with `REGISTRY_DIGEST_MISMATCH`, `REGISTRY_NOT_FOUND`, `REGISTRY_NOT_A_CHART`, `REMOTE_TOO_LARGE`, and as `refusal`.
 */
export async function fetchChart(
  client: RegistryClient,
  { repository, digest }: SubjectPlace,
  written?: Uint8Array,
): Promise<FetchedChart> {
  const name = `${client.host}/${nameOf({ repository, reference: digest })}`
  const delivered = shared(manifestAt(client, { repository, digest }))
  const layout = readChart(written ?? (await delivered))
  if (!layout) throw new ReleaseError('REGISTRY_NOT_A_CHART', `${name} holds no Helm chart, or more than one`)
  const part = (blob: Descriptor, maxBytes: number) =>
    getBlob(client, repository, blob, maxBytes).catch((thrown: unknown) => lostPart(thrown, name))
  const [, archive, provenance] = await allOf([
    delivered,
    part(layout.archive, MAX_ARCHIVE_BYTES),
    layout.provenance ? part(layout.provenance, MAX_PROVENANCE_BYTES) : Promise.resolve(undefined),
    part(layout.config, MAX_CONFIG_BYTES),
  ] as const)
  const { fingerprint, revision, created } = recordsIn(layout.manifest)
  return {
    digest,
    archive,
    archiveDigest: layout.archive.digest,
    ...(provenance && { provenance }),
    ...(fingerprint !== undefined && { fingerprint }),
    ...(revision !== undefined && { revision }),
    ...(created && { created }),
  }
}

async function manifestAt(client: RegistryClient, { repository, digest }: SubjectPlace): Promise<Uint8Array> {
  const place = { repository, reference: digest }
  const delivered = await getManifest(client, place)
  if (delivered) return delivered.bytes
  throw new ReleaseError('REGISTRY_NOT_FOUND', `${client.host}/${nameOf(place)} is not there`)
}

/** A manifest outlives what it names when a registry's clean-up goes wrong; a run never packages over a version that is there. */
function lostPart(thrown: unknown, name: string): never {
  if (!(thrown instanceof ReleaseError) || thrown.code !== 'REGISTRY_NOT_FOUND') throw thrown
  throw new ReleaseError('REGISTRY_NOT_FOUND', `${name} is there, and a part of it is gone: ${thrown.message}`, {
    hint: 'Find out what deletes from this registry. Then delete the tag of this version there, not its git tag, and run again: it is packaged once more from the commit that released it, with the same digest, and stored whole.',
    cause: thrown,
  })
}
