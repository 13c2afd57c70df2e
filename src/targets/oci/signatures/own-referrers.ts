import { digestOf } from '../../../chart/archive/digest.ts'
import type { Digest } from '../../../model/chart.ts'
import type { Attachable } from '../../../model/target.ts'
import { blobRequest } from '../artifacts/blobs.ts'
import { manifestRequest } from '../artifacts/manifests.ts'
import type { RegistryRequest } from '../transport/client.ts'
import type { Referrer } from './bundle-manifest.ts'
import { MAX_PAYLOAD_BYTES } from './legacy-signatures.ts'
import { MAX_BUNDLE_BYTES } from './read-bundles.ts'
import type { SubjectPlace } from './referrers.ts'

/** What this run stored beside artifacts: it is found again however many others somebody adds, and asked for without a list. */
export interface OwnReferrers {
  /** Digests of the referrers. */
  readonly digests: ReadonlySet<Digest>
  add(place: SubjectPlace, referrers: readonly Referrer[], made: Attachable): void
  /** The requests that reading them back will make, as far as they don't depend on a list or a tag. */
  requests(place: SubjectPlace): readonly RegistryRequest[]
}

export function createOwnReferrers(): OwnReferrers {
  const digests = new Set<Digest>()
  const requests = new Map<string, readonly RegistryRequest[]>()
  const keyOf = ({ repository, digest }: SubjectPlace) => `${repository}@${digest}`
  return {
    digests,
    add(place, referrers, { legacy, bundles }) {
      const { repository } = place
      for (const { digest } of referrers) digests.add(digest)
      requests.set(keyOf(place), [
        ...referrers.map(({ digest }) => manifestRequest({ repository, reference: digest })),
        ...bundles.map(({ json }) => blobRequest(repository, digestOf(json), MAX_BUNDLE_BYTES)),
        ...(legacy ? [blobRequest(repository, digestOf(legacy.payload), MAX_PAYLOAD_BYTES)] : []),
      ])
    },
    requests: (place) => requests.get(keyOf(place)) ?? [],
  }
}
