import { ReleaseError } from '../../../model/errors.ts'
import { cut } from '../../../model/text.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import { registries, registryAt } from '../registries/table.ts'
import { problemsText } from '../transport/answers.ts'
import type { RegistryClient } from '../transport/client.ts'
import { type ManifestPlace, nameOf } from './manifests.ts'

// How registries say that a tag may not be written (formats.md 8.5), under 400, 403, 405, 409 and 412.
const WORDS =
  /immutab|already exists|cannot be overwritten|TAG_INVALID|PRECONDITION|redeploy|updating assets|disallowed|locked|protected/i
// Said under the same statuses.
const QUOTA = /quota|storage resource/i
const STATUSES = new Set([400, 403, 405, 409, 412])

/** The error for a tag that was not written: `CONFLICT_TAG_PROTECTED` if the registry's words say so, else as `refusal`. */
export async function protectedTag(
  client: RegistryClient,
  place: ManifestPlace,
  response: HttpResponse,
): Promise<ReleaseError> {
  const what = `${nameOf(place)} could not be written`
  const said = problemsText(response)
  const isProtected = !QUOTA.test(said) && (response.status === 409 || response.status === 412 || WORDS.test(said))
  if (!STATUSES.has(response.status) || !isProtected) return client.refused(response, place.repository, what)
  const reason = said === '' ? `${response.status}` : `${response.status} (${cut(said, 200)})`
  return new ReleaseError('CONFLICT_TAG_PROTECTED', `${what}: ${client.host} protects it and answered ${reason}`, {
    hint: place.reference.startsWith('sha256-')
      ? signatureHint(client.host)
      : 'The tag was made by somebody else or belongs to a protection rule: release another version, or change the rule.',
  })
}

function signatureHint(host: string): string {
  const known = registryAt(host)
  const general =
    'Signatures lie under tags that start with sha256-: leave those out of the rule that makes tags immutable'
  if (known?.signatureTags !== undefined) return `${general}. ${known.signatureTags}`
  const ways = registries.flatMap(({ anywhere, signatureTags }) => (anywhere && signatureTags) || [])
  return known ? `${general}.` : `${general}. ${ways.join('. ')}`
}
