import { mapConcurrent } from '../../../model/async/concurrency.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { RegistryClient } from '../transport/client.ts'
import { hasBlob } from './blobs.ts'
import { headManifest } from './manifests.ts'

const AT_ONCE = 8
/** Of one list. Clients write it, so it can be of any length; what is beyond stays as it is. */
const MAX_ASKED = 1_000

type Lost = Promise<ReadonlySet<Digest>>

/**
 * A list is not the thing: registries keep an index when garbage collection or a clean-up job removes what it names. These
 * are the manifests that the registry answers 404 for, whoever stored them. Any other refusal says nothing.
 */
export function lostManifests(client: RegistryClient, repository: string, listed: readonly Digest[]): Lost {
  return lostOf(
    listed,
    async (reference) => (await headManifest(client, { repository, reference }, 'push')) === undefined,
  )
}

/** The same for blobs that a manifest names. */
export function lostBlobs(client: RegistryClient, repository: string, named: readonly Digest[]): Lost {
  return lostOf(named, async (digest) => (await hasBlob(client, repository, digest)) === 'no')
}

async function lostOf(digests: readonly Digest[], isLost: (digest: Digest) => Promise<boolean>): Lost {
  const asked = [...new Set(digests)].slice(0, MAX_ASKED)
  const lost = await mapConcurrent(asked, AT_ONCE, (digest) => isLost(digest).catch(falseIfUnknown))
  return new Set(asked.filter((_, index) => lost[index]))
}

function falseIfUnknown(thrown: unknown): false {
  if (thrown instanceof ReleaseError && thrown.kind !== 'bug') return false
  throw thrown
}
