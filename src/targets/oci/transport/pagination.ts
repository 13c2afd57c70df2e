import { ReleaseError } from '../../../model/errors.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import type { RegistryClient, RegistryRequest } from './client.ts'

const MAX_PAGES = 1_000

/**
 * The pages of a list, following `Link: <…>; rel="next"` on the registry's own origin. Yields every answer, also refusals,
 * after which it ends. Fails with `REGISTRY_ANSWER_INVALID` for a list that leads in a circle, elsewhere, or never ends.
 */
export async function* pagesOf(client: RegistryClient, first: RegistryRequest): AsyncIterable<HttpResponse> {
  const seen = new Set<string>()
  let path: string | undefined = first.path
  while (path !== undefined) {
    const url: string = new URL(path, client.origin).href
    if (seen.has(url) || seen.size >= MAX_PAGES) throw endless(client, first.path)
    seen.add(url)
    const response: HttpResponse = await client.send({ ...first, path: url })
    yield response
    path = response.status === 200 ? nextOf(client, response, url) : undefined
  }
}

function nextOf(client: RegistryClient, { headers }: HttpResponse, from: string): string | undefined {
  const link = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(headers.link ?? '')?.[1]
  if (link === undefined) return undefined
  const url = URL.canParse(link, from) ? new URL(link, from) : undefined
  const own = new URL(client.origin)
  // As with uploads: a registry behind a TLS proxy may not know its own scheme.
  if (url?.hostname === own.hostname && own.protocol === 'https:' && url.protocol === 'http:' && url.port === '') {
    return own.origin + url.pathname + url.search
  }
  if (url?.origin === own.origin) return url.href
  throw new ReleaseError(
    'REGISTRY_ANSWER_INVALID',
    `${client.host} continues a list on ${url?.host ?? 'no valid address'}`,
  )
}

function endless(client: RegistryClient, path: string): ReleaseError {
  return new ReleaseError(
    'REGISTRY_ANSWER_INVALID',
    `${client.host} answers ${path.split('?')[0]} with a list that does not end`,
  )
}
