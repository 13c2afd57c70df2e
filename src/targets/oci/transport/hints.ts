import type { HttpResponse } from '../../../ports/http.ts'
import { refusalAt, registryAt } from '../registries/table.ts'
import type { RegistryProblem } from './answers.ts'
import { missingPlaceHint, placeDoubt } from './place-hints.ts'

/** What was asked of a registry, for messages. */
export interface Asked {
  readonly host: string
  /** The consequence in words, e.g. `acme/app:1.2.3 could not be read`. */
  readonly what: string
  /** Where the credentials came from that were used; `undefined`: there were none. */
  readonly source: string | undefined
  /** The repository that was written to: then something it belongs to may not be there. */
  readonly written?: string | undefined
}

// A message may be as long as an answer, and patterns are tried on it.
const MAX_TEXT = 2_000

/** What to do about a refusal: as the table of registries has it for these words, else as far as the status tells. */
export function hintFor(
  { status }: HttpResponse,
  problem: RegistryProblem | undefined,
  { host, source, written }: Asked,
): string | undefined {
  const text = problem ? `${problem.code}: ${problem.message}`.slice(0, MAX_TEXT) : ''
  const known = refusalAt(host, { status, text })
  // Without a login the words are about nobody's rights.
  if (known && (status !== 401 || source !== undefined))
    return typeof known.hint === 'string' ? known.hint : known.hint(written ?? '<path>/<chart>')
  if (/quota|storage limit|insufficient (?:space|storage)/i.test(text))
    return `Free some space on ${host}, or have the quota raised, and run again.`
  if (status === 401 || status === 403) return denialHint(host, source, written)
  if (status === 429)
    return `${host} limits requests: log in with an account that has a higher limit, or run again later.`
  const isUnknown = problem?.code === 'NAME_UNKNOWN' || problem?.code === 'NAME_INVALID'
  if (written !== undefined && (status === 404 || isUnknown)) return missingPlaceHint(host, written)
  if (status === 404 && isUnknown) return missingPlaceHint(host, undefined)
  if (written !== undefined && status === 405)
    return `${host} takes no pushes at this address: it may be a mirror or a proxy, in read-only or maintenance mode, or not an OCI registry. Name the registry that charts are pushed to.`
  return undefined
}

function denialHint(host: string, source: string | undefined, written: string | undefined): string {
  const { noCredentials, denied } = registryAt(host) ?? {}
  if (source === undefined) {
    return (
      noCredentials ??
      `No credentials were found for ${host}: add a step with docker/login-action or \`helm registry login\` before this one, or set registry-username and registry-password.`
    )
  }
  const doubt = written === undefined ? '' : ` ${placeDoubt(host, written)}`
  return denied ?? `The credentials came from ${source}. Check that they are valid and may push to ${host}.${doubt}`
}
