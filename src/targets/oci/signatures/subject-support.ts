import { goJson } from '../../../chart/yaml/go-json.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { Json } from '../../../model/json.ts'
import { cut } from '../../../model/text.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import { isStored } from '../artifacts/manifests.ts'
import { COSIGN_SIGN_PREDICATE, OCI_MANIFEST } from '../artifacts/media-types.ts'
import type { RegistryClient } from '../transport/client.ts'
import { problemsIn } from '../transport/errors.ts'
import { bundleReferrer } from './bundle-manifest.ts'
import { apiReferrers } from './referrers.ts'

/** Nothing has this digest, so no registry can take a manifest by it. */
const NOBODY: Digest = `sha256:${'0'.repeat(64)}`
/** How registries say that they do not know a field, or manifests of this kind (formats.md 8.3); 400 is also said of much else. */
const REFUSALS = new Set([400, 405, 406, 415, 422, 501])
/** Then it got past the form of the manifest. */
const PAST_THE_FORM = /DIGEST_INVALID|BLOB_UNKNOWN|MANIFEST_UNKNOWN|not found|does not exist|digest/i

export const SUBJECT_HINT =
  'The registry must accept OCI 1.1 manifests. Ask for an update, use another one, or set sign: none.'

/**
 * The problem of a registry that refuses manifests with a `subject`, as bundles are stored; found out before anything is
 * signed. A registry with the referrers API knows them. Any other is sent one under a digest that it does not have: it looks
 * at the form first and refuses it in any case, so nothing is stored. It counts only if the same manifest without `subject`
 * gets another answer; when in doubt, storing the bundle tells.
 */
export async function subjectProblem(client: RegistryClient, repository: string): Promise<ReleaseError | undefined> {
  try {
    if (await apiReferrers(client, { repository, digest: NOBODY })) return undefined
    const refused = await tryManifest(client, repository, { withSubject: true })
    if (!REFUSALS.has(refused.status) || PAST_THE_FORM.test(wordsOf(refused))) return undefined
    const plain = await tryManifest(client, repository, { withSubject: false })
    const isSame = plain.status === refused.status && wordsOf(plain) === wordsOf(refused)
    return isSame ? undefined : subjectRefused(client, repository, refused)
  } catch (thrown) {
    if (thrown instanceof ReleaseError && thrown.kind !== 'bug') return undefined
    throw thrown
  }
}

async function tryManifest(
  client: RegistryClient,
  repository: string,
  { withSubject }: { readonly withSubject: boolean },
): Promise<HttpResponse> {
  const bundle = { json: Buffer.from('{}'), predicateType: COSIGN_SIGN_PREDICATE }
  const { manifest } = bundleReferrer({ repository, digest: NOBODY, size: 2 }, bundle, new Date(0))
  const { subject: _, ...plain } = JSON.parse(Buffer.from(manifest).toString()) as { readonly [key: string]: Json }
  const body = withSubject ? manifest : Buffer.from(goJson(plain))
  const path = `/v2/${repository}/manifests/${NOBODY}`
  const headers = { 'content-type': OCI_MANIFEST }
  const answer = await client.send({ method: 'PUT', path, repository, access: 'push', headers, body, attempts: 2 })
  // A registry that does not compare digests has it now.
  if (isStored(answer)) await client.send({ method: 'DELETE', path, repository, access: 'push' })
  return answer
}

function wordsOf(response: HttpResponse): string {
  return problemsIn(response)
    .map(({ code, message }) => `${code}: ${message}`)
    .join('; ')
}

function subjectRefused(client: RegistryClient, repository: string, response: HttpResponse): ReleaseError {
  const words = cut(wordsOf(response), 200)
  const said = words === '' ? `${response.status}` : `${response.status} (${words})`
  return new ReleaseError(
    'REGISTRY_REFERRERS_REFUSED',
    `${client.host} does not take signature bundles in ${repository}: it answered ${said} to a manifest with a subject`,
    { hint: SUBJECT_HINT },
  )
}
