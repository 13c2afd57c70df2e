import { ReleaseError } from '../../model/errors.ts'
import type { FetchedChart } from '../../model/target.ts'
import { getBlob } from './blobs.ts'
import { readChart, recordsIn } from './chart-manifest.ts'
import type { RegistryClient } from './client.ts'
import { getManifest, nameOf } from './manifests.ts'
import type { SubjectPlace } from './referrers.ts'

const MAX_ARCHIVE_BYTES = 100 * 1024 * 1024
const MAX_PROVENANCE_BYTES = 1024 * 1024
const MAX_CONFIG_BYTES = 4 * 1024 * 1024

/**
 * Reads all that a consumer reads: manifest, config, archive and provenance, each checked against its digest and size.
 * Fails with `REGISTRY_DIGEST_MISMATCH`, `REGISTRY_NOT_FOUND`, `REGISTRY_NOT_A_CHART`, `REMOTE_TOO_LARGE`, and as `refusal`.
 */
export async function fetchChart(client: RegistryClient, { repository, digest }: SubjectPlace): Promise<FetchedChart> {
  const place = { repository, reference: digest }
  const delivered = await getManifest(client, place)
  const name = `${client.host}/${nameOf(place)}`
  if (!delivered) throw new ReleaseError('REGISTRY_NOT_FOUND', `${name} is not there`)
  const layout = readChart(delivered.bytes)
  if (!layout) throw new ReleaseError('REGISTRY_NOT_A_CHART', `${name} holds no Helm chart, or more than one`)
  const [archive, provenance] = await Promise.all([
    getBlob(client, repository, layout.archive, MAX_ARCHIVE_BYTES),
    layout.provenance && getBlob(client, repository, layout.provenance, MAX_PROVENANCE_BYTES),
    getBlob(client, repository, layout.config, MAX_CONFIG_BYTES),
  ])
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
