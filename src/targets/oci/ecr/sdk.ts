import { CreateRepositoryCommand, ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr'
import { ReleaseError } from '../../../model/errors.ts'
import { clientConfig, maskKeys } from '../../aws/client-config.ts'
import { ClientFailure, type Exchange } from '../../aws/handler.ts'
import type { Credential } from '../credentials/credential.ts'
import type { Ecr, EcrContext } from './api.ts'
import { type Asked, refusalOf } from './failure.ts'
import type { NewRepository } from './options.ts'
import type { EcrRegistry } from './registry-host.ts'

// Both may be repeated: a second token is as good, and a second creation finds the repository.
const ATTEMPTS = 5
/** Signatures lie under tags that start with it: the `.sig` of cosign, and the list of referrers. */
export const SIGNATURE_TAGS = 'sha256-*'

/** The API of ECR through the AWS SDK. This file is loaded late: the SDK is large. */
export function openEcr(registry: EcrRegistry, { http, environment, secrets }: EcrContext): Ecr {
  const client = new ECRClient({
    region: registry.region,
    ...(registry.isFips && { useFipsEndpoint: true }),
    ...(registry.isDualStack && { useDualstackEndpoint: true }),
    ...clientConfig(http, environment),
  })

  async function ask<T>(asked: Asked, send: () => Promise<T>): Promise<T> {
    try {
      return await send()
    } catch (thrown) {
      if (thrown instanceof ClientFailure) throw thrown.thrown
      throw refusalOf(asked, thrown)
    }
  }

  /** Whether there are keys. What was configured and does not work is an error, and not the same as nothing. */
  async function hasKeys(): Promise<boolean> {
    try {
      await maskKeys(client, secrets)
      return true
    } catch (thrown) {
      if (isNothingFound(thrown)) return false
      throw thrown
    }
  }

  async function login(): Promise<Credential | undefined> {
    const asked = { registry, action: 'GetAuthorizationToken' } as const
    if (!(await ask(asked, hasKeys))) return undefined
    const exchange: Exchange = { attempts: ATTEMPTS }
    const answer = await ask(asked, () => client.send(new GetAuthorizationTokenCommand({}), exchange))
    const token = answer.authorizationData?.[0]?.authorizationToken ?? ''
    secrets.add(token)
    return loginIn(registry, token)
  }

  async function create(repository: string, settings: NewRepository): Promise<boolean> {
    const asked = { registry, action: 'CreateRepository', repository } as const
    if (!(await ask(asked, hasKeys))) throw noKeys(registry, repository)
    const exchange: Exchange = { attempts: ATTEMPTS, effect: true }
    const command = new CreateRepositoryCommand(requestOf(registry, repository, settings))
    return ask(asked, () =>
      client.send(command, exchange).then(
        () => true,
        (thrown: unknown) => {
          // Two runs at once create it together.
          if (thrown instanceof Error && thrown.name === 'RepositoryAlreadyExistsException') return false
          throw thrown
        },
      ),
    )
  }

  return { login, create }
}

function requestOf({ account }: EcrRegistry, repositoryName: string, { immutable, scanOnPush }: NewRepository) {
  return {
    // Otherwise it would be made in the account of the credentials, wherever the target points.
    registryId: account,
    repositoryName,
    imageScanningConfiguration: { scanOnPush },
    ...(immutable
      ? {
          imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' as const,
          imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD' as const, filter: SIGNATURE_TAGS }],
        }
      : { imageTagMutability: 'MUTABLE' as const }),
  }
}

function isNothingFound(thrown: unknown): boolean {
  return thrown instanceof Error && /^Could not load credentials from any providers/.test(thrown.message)
}

/** The token is what Basic authentication sends: user and password in base64. */
function loginIn({ host }: EcrRegistry, token: string): Credential {
  const password = /^AWS:([\x21-\x7e]+)$/.exec(Buffer.from(token, 'base64').toString())?.[1]
  if (password === undefined)
    throw new ReleaseError('REGISTRY_ANSWER_INVALID', `AWS answered without a login for ${host}`)
  return { kind: 'basic', username: 'AWS', password, source: 'the AWS credentials of the job' }
}

function noKeys({ host }: EcrRegistry, repository: string): ReleaseError {
  return new ReleaseError(
    'REGISTRY_UNAUTHORIZED',
    `${host}/${repository} is not there, and nothing gives AWS credentials to create it`,
    {
      hint: 'Add a step with aws-actions/configure-aws-credentials before this one. A login to the registry alone, as docker login makes it, can push, and can create nothing.',
    },
  )
}
