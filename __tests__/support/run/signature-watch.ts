import { TrustedRoot } from '@sigstore/protobuf-specs'
import type { Digest } from '../../../src/model/chart.ts'
import { PROVENANCE, type StoredSignatures } from '../../../src/model/signature.ts'
import type { OurIdentity } from '../../../src/signing/signer.ts'
import { createVerifier } from '../../../src/signing/verify/verifier.ts'
import { signatureTag } from '../charts/published.ts'
import type { SeenRequest, TestRegistry } from '../registry/registry.ts'
import { bodyOf } from '../registry/store.ts'
import { githubIssuer, type Sigstore } from '../sigstore/sigstore.ts'

/** What a registry lets consumers see of one version, all at one moment. */
interface Sight {
  readonly repository: string
  readonly tag: string
  readonly digest: Digest
}

export interface SignatureWatch {
  /** To be told by the registry, before anybody can ask it for the new tag. */
  readonly onTag: (repository: string, tag: string, digest: string) => void
  readonly onRequest: (request: SeenRequest) => undefined
  /** The registry that is watched; its address is known only once it runs. */
  watch(registry: TestRegistry): void
  /** How often the visible versions were looked at. */
  readonly moments: number
  /** Every version that could be seen without both forms of a valid signature of ours or its provenance, with what was missing. */
  unsigned(): Promise<readonly string[]>
}

const ours: OurIdentity = {
  issuer: githubIssuer,
  repositoryId: '4711',
  repositoryUrl: 'https://github.com/acme/charts',
  trusted: [],
}

/**
 * Says which of the two forms of a signature of acme/charts are missing for a digest, and whether its build provenance is, by
 * the product's own verifier.
 */
export function createJudge(sigstore: Sigstore) {
  const verifier = createVerifier(TrustedRoot.fromJSON(sigstore.trustedRoot))
  return async (subject: string, digest: Digest, stored: StoredSignatures): Promise<readonly string[]> => {
    const { missing } = await verifier.judge({ repository: subject, digest }, stored, ours)
    const attestation = verifier.attestation({ digest, predicateType: PROVENANCE }, stored.bundles, ours)
    return attestation ? missing : [...missing, 'provenance']
  }
}

export type Judge = ReturnType<typeof createJudge>

/** Versions that consumers see in a repository: tags that are no signatures. */
export function visibleTags(registry: TestRegistry, repository: string): readonly string[] {
  return registry.tags(repository).filter((tag) => !tag.startsWith('sha256-'))
}

/** All signatures that lie beside a digest, as consumers find them. */
export function storedSignatures(registry: TestRegistry, repository: string, digest: string): StoredSignatures {
  const blob = (of: string | undefined) => registry.blob(repository, of ?? '') ?? Buffer.alloc(0)
  const legacy = registry.manifest(repository, signatureTag(digest))
  const bundles = registry.referrers(repository, digest).flatMap((one) => registry.manifest(repository, one) ?? [])
  return {
    legacy: (legacy ? (bodyOf(legacy).layers ?? []) : []).map((layer) => ({
      payload: blob(layer.digest),
      annotations: layer.annotations ?? {},
    })),
    bundles: bundles.map(bodyOf).map(({ layers, annotations }) => ({
      json: blob(layers?.[0]?.digest),
      predicateType: annotations?.['dev.sigstore.bundle.predicateType'] ?? '',
    })),
  }
}

/**
 * Looks as a consumer does, at every moment at which something that consumers see can change: whenever a tag is written,
 * also one of signatures. What it sees it takes at once, and judges later.
 */
export function watchSignatures(judge: Judge): SignatureWatch {
  const judged = new Map<string, Promise<string | undefined>>()
  const removed: string[] = []
  let registry: TestRegistry | undefined
  let moments = 0

  function look(repository: string): void {
    if (!registry) throw new Error('a tag was written before the registry was known')
    moments += 1
    for (const tag of visibleTags(registry, repository)) {
      const digest = registry.manifest(repository, tag)?.digest as Digest
      const signatures = registry.manifest(repository, signatureTag(digest))?.digest
      const key = [repository, tag, digest, signatures, ...registry.referrers(repository, digest)].join(' ')
      if (!judged.has(key)) judged.set(key, problemOf(registry, { repository, tag, digest }))
    }
  }

  async function problemOf(at: TestRegistry, { repository, tag, digest }: Sight): Promise<string | undefined> {
    const missing = await judge(`${at.host}/${repository}`, digest, storedSignatures(at, repository, digest))
    return missing.length === 0 ? undefined : `${repository}:${tag} was visible without ${missing.join(' and ')}`
  }

  return {
    watch: (one) => {
      registry = one
    },
    onTag: (repository) => look(repository),
    onRequest({ method, path }) {
      // Nothing of ours takes away what lies in a registry; an upload session is not there yet.
      if (method === 'DELETE' && !path.includes('/blobs/uploads/')) removed.push(`DELETE ${path}`)
      return undefined
    },
    get moments() {
      return moments
    },
    unsigned: async () => [
      ...removed,
      ...(await Promise.all(judged.values())).filter((problem) => problem !== undefined),
    ],
  }
}
