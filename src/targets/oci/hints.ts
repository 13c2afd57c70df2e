import type { HttpResponse } from '../../platform/platform.ts'
import type { Asked, RegistryProblem } from './answer.ts'

/** What to do about a refusal, as far as its text tells (formats.md 8.1, 8.5, 8.6). */
export function hintFor(
  { status }: HttpResponse,
  problem: RegistryProblem | undefined,
  { host, source }: Asked,
): string | undefined {
  if (status === 401 || status === 403)
    return host === 'ghcr.io' ? gitHubHint(problem, source) : denialHint(host, source)
  if (status === 404 && problem?.code === 'NAME_UNKNOWN') return missingRepository(host)
  if (status === 429)
    return `${host} limits requests: log in with an account that has a higher limit, or run again later.`
  return undefined
}

function gitHubHint(problem: RegistryProblem | undefined, source: string | undefined): string {
  const message = problem?.message ?? ''
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

function denialHint(host: string, source: string | undefined): string {
  if (source !== undefined) {
    return `The credentials came from ${source}. Check that they are valid and may push to ${host}.`
  }
  return `No credentials were found for ${host}: add a step with docker/login-action or \`helm registry login\` before this one, or set registry-username and registry-password.`
}

function missingRepository(host: string): string | undefined {
  if (!/\.dkr\.ecr\.[a-z0-9-]+\.(amazonaws\.com|on\.aws)/.test(host)) return undefined
  return 'ECR wants every repository to exist: aws ecr create-repository --repository-name <path>/<chart> --image-tag-mutability IMMUTABLE'
}
