import type { ErrorCode } from '../../../model/error-codes.ts'
import { ReleaseError } from '../../../model/errors.ts'
import { cut } from '../../../model/text.ts'
import type { EcrRegistry } from './registry-host.ts'

/** What was asked of the API, for messages. */
export interface Asked {
  readonly registry: EcrRegistry
  readonly action: 'GetAuthorizationToken' | 'CreateRepository'
  readonly repository?: string
}

const MAX_REASON = 300
const DENIED = /AccessDenied|UnrecognizedClient|InvalidClientToken|Expired|InvalidSignature|Credentials|IdentityToken/
const THROTTLED = /Throttl|TooManyRequests|RequestLimit/

/** A failure of the SDK or a refusal of the API in our words; a `ReleaseError` stays what it is. */
export function refusalOf(asked: Asked, thrown: unknown): ReleaseError {
  if (thrown instanceof ReleaseError) return thrown
  if (!(thrown instanceof Error)) throw thrown
  const { registry, action, repository } = asked
  const place = repository === undefined ? registry.host : `${registry.host}/${repository}`
  const what = action === 'CreateRepository' ? `${place} could not be created` : `AWS gave no login for ${place}`
  const reason = cut(`${thrown.name}: ${thrown.message.split('\n', 1)[0] ?? ''}`, MAX_REASON)
  return new ReleaseError(codeOf(thrown.name), `${what} (${reason})`, {
    hint: hintFor(asked, thrown.name),
    cause: thrown,
  })
}

function codeOf(name: string): ErrorCode {
  if (DENIED.test(name)) return 'REGISTRY_DENIED'
  return THROTTLED.test(name) ? 'REGISTRY_THROTTLED' : 'REGISTRY_FAILED'
}

// https://docs.aws.amazon.com/AmazonECR/latest/APIReference/CommonErrors.html and those of the two actions.
function hintFor({ registry, action, repository = '*' }: Asked, name: string): string | undefined {
  const { account, region, host } = registry
  if (/Expired/.test(name))
    return 'The credentials have expired: move aws-actions/configure-aws-credentials nearer to this step.'
  if (name === 'AccessDeniedException') {
    const resource = action === 'CreateRepository' ? `arn:aws:ecr:${region}:${account}:repository/${repository}` : '*'
    const registryPolicy = `; if the registry belongs to another account, its registry policy must allow it too`
    return `Allow the role ecr:${action} on ${resource}${action === 'CreateRepository' ? registryPolicy : ''}.`
  }
  if (/UnrecognizedClient|InvalidClientToken|InvalidSignature|Credentials|IdentityToken|AccessDenied/.test(name))
    return `AWS did not accept the credentials of the job: check the step with aws-actions/configure-aws-credentials, or log in to ${host} in another way.`
  if (name === 'LimitExceededException')
    return `The account ${account} has as many repositories in ${region} as its quota allows: delete some, or have the quota raised.`
  if (name === 'InvalidParameterException')
    return 'ECR wants names of 2 to 256 lower-case characters that start with a letter: change the path of the target, or the name of the chart.'
  return THROTTLED.test(name) ? 'AWS asks for fewer requests. Run again later.' : undefined
}
