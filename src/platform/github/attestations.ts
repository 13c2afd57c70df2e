import type { Digest } from '../../model/chart.ts'
import { asReleaseError } from '../../model/errors.ts'
import { isObject, member } from '../../model/json.ts'
import type { AttestationStored, GitHub } from '../../ports/github.ts'
import type { GitHubClient } from './client.ts'
import { GitHubFailure } from './failure.ts'

/** How the API knows predicates of SLSA provenance. */
const FILTER = { predicate_type: 'provenance', per_page: 100 }

/** See `GitHub.storeAttestation` and https://docs.github.com/rest/repos/attestations. */
export function attestationStore(client: GitHubClient): GitHub['storeAttestation'] {
  return async (json, { digest, mayBeThere }) => {
    const bundle: unknown = JSON.parse(Buffer.from(json).toString())
    try {
      if (!(mayBeThere && (await isListed(client, digest, bundle))))
        await client.createOptional('POST attestations', { bundle })
      return { result: 'stored' }
    } catch (thrown) {
      return outcomeOf(thrown)
    }
  }
}

async function isListed(client: GitHubClient, digest: Digest, bundle: unknown): Promise<boolean> {
  const parameters = { subject_digest: digest, ...FILTER }
  const found = await client.requestOptional('GET attestations/{subject_digest}', parameters).catch(noneIfNotFound)
  return listed(found).some((one) => isSame(one, bundle))
}

/** A server without attestations has no such address, and nor has a token without any right to the repository. */
function outcomeOf(thrown: unknown): AttestationStored {
  if (!(thrown instanceof GitHubFailure)) throw asReleaseError(thrown)
  const { status, message: reason } = thrown
  if (status === undefined) return { result: 'unreachable', reason }
  const isDenied = status === 401 || status === 404 || (status === 403 && !/rate limit/i.test(reason))
  return { result: isDenied ? 'denied' : 'failed', reason }
}

function noneIfNotFound(thrown: unknown): undefined {
  if (member(thrown, 'status') === 404) return undefined
  throw thrown
}

function listed(data: unknown): readonly unknown[] {
  const attestations = member(data, 'attestations')
  return Array.isArray(attestations) ? attestations : []
}

/** A signature is never made twice. Large bundles are not in the list, which is taken for one of ours being there. */
function isSame(attestation: unknown, bundle: unknown): boolean {
  const there = member(attestation, 'bundle')
  return !isObject(there) || signatureIn(there) === signatureIn(bundle)
}

function signatureIn(bundle: unknown): unknown {
  const signatures = member(member(bundle, 'dsseEnvelope'), 'signatures')
  return Array.isArray(signatures) ? member(signatures[0], 'sig') : undefined
}
