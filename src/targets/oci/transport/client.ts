import { ReleaseError } from '../../../model/errors.ts'
import type { HttpRequest, HttpResponse } from '../../../ports/http.ts'
import { type Access, type AuthorizationContext, createAuthorization } from './authorization.ts'
import { refusal } from './errors.ts'

export interface RegistryRequest extends Omit<HttpRequest, 'url' | 'namedBy'> {
  /** Below the registry's origin, e.g. `/v2/acme/app/tags/list`; an absolute URL on the same origin will do too. */
  readonly path: string
  /** The repository whose scope is asked for. */
  readonly repository: string
  readonly access: Access
}

/** One registry with its authorization. Two of them share nothing. */
export interface RegistryClient {
  readonly host: string
  readonly origin: string
  /** Upload sessions that are open, or about to be, and unused, by repository; `undefined` for one that was refused. */
  readonly uploads: Map<string, readonly Promise<string | undefined>[]>
  /** Gets the token that requests of this kind will wait for. A failure is theirs to tell. */
  warm(repository: string, access: Access): void
  /** Sends a request with credentials to this registry only. Statuses are answers; fails as `Http` and the token exchange do. */
  send(request: RegistryRequest): Promise<HttpResponse>
  /** The error for an answer that is not the one hoped for; `what` as in `Asked`. `writes`: the repository may be a new one. */
  refused(
    response: HttpResponse,
    repository: string,
    what: string,
    options?: { readonly writes: boolean },
  ): Promise<ReleaseError>
}

export function openClient(context: AuthorizationContext): RegistryClient {
  const { endpoint, http } = context
  const authorization = createAuthorization(context)

  async function sendAuthorized(request: RegistryRequest): Promise<HttpResponse> {
    const { path, repository, access, headers, ...rest } = request
    const url = new URL(path, endpoint.origin)
    // The last line of defence: whatever a Location or Link said, credentials stay with their registry.
    if (url.origin !== endpoint.origin) {
      throw new ReleaseError(
        'REGISTRY_UPLOAD_ELSEWHERE',
        `${endpoint.host} sends the run to ${url.host}, which is another host`,
      )
    }
    const header = await authorization.header(repository, access)
    const sent = { ...headers, ...(header !== undefined && { authorization: header }) }
    return http.send({ ...rest, url: url.href, headers: sent })
  }

  async function sendAnsweringChallenge(request: RegistryRequest): Promise<HttpResponse> {
    const first = await sendAuthorized(request)
    if (first.status !== 401) return first
    const again = await authorization.learn(first, request.repository, request.access)
    return again ? sendAuthorized(request) : first
  }

  // Token servers that hide what does not exist refuse to let it be pulled, even by who may create it by pushing.
  async function send(request: RegistryRequest): Promise<HttpResponse> {
    if (request.access === 'push') return sendAnsweringChallenge(request)
    const outcome = await sendAnsweringChallenge(request).catch(asRefusal)
    const isRefused = outcome instanceof ReleaseError || outcome.status === 401 || outcome.status === 403
    if (!isRefused) return outcome
    const isKnown = (await context.credentials(request.repository)) !== undefined
    const second = isKnown ? await sendAnsweringChallenge({ ...request, access: 'push' }).catch(asRefusal) : outcome
    if (!(second instanceof ReleaseError)) return second
    if (outcome instanceof ReleaseError) throw outcome
    return outcome
  }

  return {
    host: endpoint.host,
    origin: endpoint.origin,
    uploads: new Map(),
    warm: (repository, access) => void authorization.header(repository, access).catch(() => undefined),
    send,
    refused: async (response, repository, what, { writes } = { writes: false }) => {
      const isAboutRights = response.status === 401 || response.status === 403
      const credential = isAboutRights ? await context.credentials(repository) : undefined
      const written = writes ? repository : undefined
      return refusal(response, { host: endpoint.host, what, source: credential?.source, written })
    },
  }
}

function asRefusal(thrown: unknown): ReleaseError {
  if (thrown instanceof ReleaseError && ['REGISTRY_UNAUTHORIZED', 'REGISTRY_DENIED'].includes(thrown.code))
    return thrown
  throw thrown
}
