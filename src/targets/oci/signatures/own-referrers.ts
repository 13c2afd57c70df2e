import { digestOf } from '../../../chart/archive/digest.ts'
import type { Digest } from '../../../model/chart.ts'
import type { Attachable, OwnWrites } from '../../../model/target.ts'
import { blobRequest } from '../artifacts/blobs.ts'
import { manifestRequest } from '../artifacts/manifests.ts'
import type { RegistryRequest } from '../transport/client.ts'
import type { Referrer } from './bundle-manifest.ts'
import { MAX_PAYLOAD_BYTES } from './legacy-signatures.ts'
import { MAX_BUNDLE_BYTES } from './read-bundles.ts'
import type { SubjectPlace } from './referrers.ts'

/** What this run stored beside artifacts: it is found again however many others somebody adds, and asked for without a list. */
export interface OwnReferrers {
  /** Digests of the referrers that this target stored. */
  readonly digests: ReadonlySet<Digest>
  add(place: SubjectPlace, referrers: readonly Referrer[], made: Attachable): void
  /** The requests that reading them back will make, as far as they don't depend on a list or a tag. */
  requests(place: SubjectPlace): readonly RegistryRequest[]
}

export function createOwnReferrers(host: string, { beside }: Pick<OwnWrites, 'beside'>): OwnReferrers {
  const digests = new Set<Digest>()
  const keyOf = ({ repository, digest }: SubjectPlace) => `${host}/${repository}@${digest}`
  return {
    digests,
    add(place, referrers, { legacy, bundles }) {
      for (const { digest } of referrers) digests.add(digest)
      beside.set(keyOf(place), {
        referrers: referrers.map(({ digest }) => digest),
        bundles: bundles.map(({ json }) => digestOf(json)),
        payloads: legacy ? [digestOf(legacy.payload)] : [],
      })
    },
    requests(place) {
      const { repository } = place
      const { referrers, bundles, payloads } = beside.get(keyOf(place)) ?? { referrers: [], bundles: [], payloads: [] }
      return [
        ...referrers.map((reference) => manifestRequest({ repository, reference })),
        ...bundles.map((digest) => blobRequest(repository, digest, MAX_BUNDLE_BYTES)),
        ...payloads.map((digest) => blobRequest(repository, digest, MAX_PAYLOAD_BYTES)),
      ]
    },
  }
}
