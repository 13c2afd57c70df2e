import { shared } from '../../../model/async/memoize.ts'
import type { StoredSignatures } from '../../../model/signature.ts'
import type { Attachable, OwnWrites } from '../../../model/target.ts'
import type { MergeContext } from '../artifacts/merge.ts'
import type { Connection } from '../connections.ts'
import { withReadAhead } from '../transport/read-ahead.ts'
import { bundleReferrer, type Subject } from './bundle-manifest.ts'
import { attachReferrers, type Listing } from './bundles.ts'
import { attachLegacy, readLegacy } from './legacy-signatures.ts'
import { createOwnReferrers } from './own-referrers.ts'
import { readBundles } from './read-bundles.ts'
import type { SubjectPlace } from './referrers.ts'

export interface SignatureStore {
  /** Stores signatures and bundles beside the subject; those of others stay. */
  attach(subject: Subject, made: Attachable): Promise<void>
  /** Reads all of them back through the reader's connections. */
  read(place: SubjectPlace): Promise<StoredSignatures>
}

interface StoreContext extends MergeContext {
  readonly listing: Listing
  readonly reader: () => Connection
  readonly warn: (text: string) => void
  readonly ownWrites: OwnWrites
}

/** The signatures in one registry, as this run writes them and reads them back. */
export function createSignatureStore(context: StoreContext): SignatureStore {
  const own = createOwnReferrers(context.client.host, context.ownWrites)
  // Read while the registry was asked whether it lists what it took.
  const early = new Map<string, Promise<StoredSignatures>>()
  const keyOf = ({ repository, digest }: SubjectPlace) => `${repository}@${digest}`

  async function readNow(place: SubjectPlace): Promise<StoredSignatures> {
    const { client, referrers } = context.reader()
    const ahead = withReadAhead(client, own.requests(place))
    const wanted = { own: own.digests, warn: context.warn }
    const [legacy, bundles] = await Promise.all([
      readLegacy(ahead, place),
      readBundles(ahead, referrers, place, wanted),
    ])
    return { legacy, bundles }
  }

  return {
    async attach(subject, made) {
      const { legacy, bundles, signedAt } = made
      const stored = bundles.map((bundle) => bundleReferrer(subject, bundle, signedAt))
      own.add(subject, stored, made)
      const signing = shared(legacy ? attachLegacy(context, subject, legacy) : Promise.resolve())
      const reading: Promise<unknown>[] = []
      const readEarly = async () => {
        await signing
        if (subject.isNew) early.set(keyOf(subject), shared(readNow(subject)))
        await early.get(keyOf(subject))
      }
      const listing = attachReferrers(
        { ...context, onStored: () => void reading.push(shared(readEarly())) },
        subject,
        bundles.map(({ json }) => json),
        stored,
      )
      const both = await Promise.allSettled([signing, listing])
      // Nothing goes on behind the back of whoever counts on the end of this.
      await Promise.allSettled(reading)
      const isListed = await listing.catch(() => false)
      if (!isListed || both.some(({ status }) => status === 'rejected')) early.delete(keyOf(subject))
      // Not `all`: the other one must not go on writing behind the back of whoever handles the failure.
      for (const each of both) if (each.status === 'rejected') throw each.reason
    },
    read(place) {
      const begun = early.get(keyOf(place))
      early.delete(keyOf(place))
      return begun ?? readNow(place)
    },
  }
}
