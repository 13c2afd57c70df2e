import type { HttpResponse } from '../../../ports/http.ts'
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

/** What to do about a refusal, as far as its text tells (formats.md 8.1, 8.5, 8.6). */
export function hintFor(
  { status }: HttpResponse,
  problem: RegistryProblem | undefined,
  { host, source, written }: Asked,
): string | undefined {
  if (/quota|storage limit|insufficient (?:space|storage)/i.test(problem?.message ?? ''))
    return `Free some space on ${host}, or have the quota raised, and run again.`
  if (status === 401 || status === 403)
    return host === 'ghcr.io' ? gitHubHint(problem, source, written) : denialHint(host, source, written)
  if (status === 429)
    return `${host} limits requests: log in with an account that has a higher limit, or run again later.`
  const isUnknown = problem?.code === 'NAME_UNKNOWN' || problem?.code === 'NAME_INVALID'
  if (written !== undefined && (status === 404 || isUnknown)) return missingPlaceHint(host, written)
  if (status === 404 && isUnknown) return missingPlaceHint(host, undefined)
  if (written !== undefined && status === 405)
    return `${host} takes no pushes at this address: it may be a mirror or a proxy, in read-only or maintenance mode, or not an OCI registry. Name the registry that charts are pushed to.`
  return undefined
}

function gitHubHint(
  problem: RegistryProblem | undefined,
  source: string | undefined,
  written: string | undefined,
): string {
  const message = problem?.message ?? ''
  if (/owner not found/i.test(message)) return missingPlaceHint('ghcr.io', written) ?? ''
  if (/installation not allowed to/i.test(message)) {
    return "GHCR takes no GitHub App or fine-grained token for an organisation's packages: use the workflow's token with `permissions: packages: write`, or a classic token with write:packages."
  }
  if (/write_package/i.test(message)) {
    return 'The package was made by somebody else: open its settings on GitHub, and under "Manage Actions access" give this repository the role Write.'
  }
  if (/scope|expected/i.test(message)) return 'The token lacks a scope: a classic token needs write:packages.'
  if (source === undefined) return `Add to the job: permissions: { contents: write, packages: write, id-token: write }`
  return 'Add `packages: write` to the `permissions` of the job. If the package belongs to another repository, give this one the role Write under "Manage Actions access" in the settings of the package.'
}

function denialHint(host: string, source: string | undefined, written: string | undefined): string {
  const doubt = written === undefined ? '' : ` ${placeDoubt(host, written)}`
  if (source !== undefined) {
    return `The credentials came from ${source}. Check that they are valid and may push to ${host}.${doubt}`
  }
  return `No credentials were found for ${host}: add a step with docker/login-action or \`helm registry login\` before this one, or set registry-username and registry-password.`
}
