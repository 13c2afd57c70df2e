import { memoizeAsync } from '../../../model/async/memoize.ts'
import { endpointOf } from '../transport/endpoint.ts'
import type { Ecr, EcrContext } from './api.ts'
import { ecrRegistry } from './registry-host.ts'

/** ECR behind this host; `undefined` if the host is none of its own, or would be sent the login without TLS. */
export function ecrAt(host: string, context: EcrContext): Ecr | undefined {
  const registry = ecrRegistry(host)
  if (!registry || !endpointOf(host, context.settings.plainHttp).origin.startsWith('https:')) return undefined
  // Loaded late, as only those who need it should wait for the SDK.
  const client = memoizeAsync(async () => (await import('./sdk.ts')).openEcr(registry, context))
  return {
    login: async () => (await client()).login(),
    create: async (repository, settings) => (await client()).create(repository, settings),
  }
}
