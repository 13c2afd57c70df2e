import { shared } from '../../../model/async/memoize.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import type { RegistryClient, RegistryRequest } from './client.ts'

/**
 * The same client, with some requests under way already: who sends one of them gets its answer. Only for what has a digest for a
 * name, which is the same whenever it is asked for.
 */
export function withReadAhead(client: RegistryClient, requests: readonly RegistryRequest[]): RegistryClient {
  const underWay = new Map<string, Promise<HttpResponse>>()
  for (const request of requests) {
    if (!underWay.has(request.path)) underWay.set(request.path, shared(client.send(request)))
  }
  return {
    ...client,
    send: (request) => (request.method === 'GET' ? underWay.get(request.path) : undefined) ?? client.send(request),
  }
}
