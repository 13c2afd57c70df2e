import { createFetch, type FetchContext, type FetchDependency } from '../../chart/dependencies/fetch-dependency.ts'
import type { ChartRepositoryClient } from '../../chart/dependencies/repository-client.ts'
import { parseVersion } from '../../chart/manifest/version.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Http } from '../../ports/http.ts'
import { openTarget } from '../../targets/registry.ts'
import type { TargetContext } from '../../targets/target.ts'

export interface DependencyContext extends Omit<FetchContext, 'openRegistry'>, Omit<TargetContext, 'newHttp'> {
  /** The registry that the credential inputs are for; they go to no other. */
  readonly ownHosts: readonly string[]
}

/** Fetches foreign dependencies; registries are spoken to as targets are, with their logins and the same checks. */
export function dependencyFetch(context: DependencyContext): FetchDependency {
  return createFetch({ ...context, openRegistry: (address) => registryShelf(address, context) })
}

function registryShelf(address: string, context: DependencyContext): ChartRepositoryClient {
  const registry = openTarget(address, targetContext(address, context))
  return {
    async offers(name, version) {
      if (version !== undefined) return [{ version }]
      const versions = await registry.versions(name)
      // Among the tags of a registry Helm knows strict versions only.
      return versions.filter((one) => parseVersion(one)).map((one) => ({ version: one }))
    },
    async archive({ version }, name) {
      const found = await registry.find({ name, version })
      if (found.state === 'unknown') throw found.why
      if (found.state === 'absent')
        throw new ReleaseError('DEPENDENCY_FAILED', `it holds no version ${version} of ${name}`)
      const artifact = registry.adopt({ name, version }, found)
      return (await registry.fetch(artifact)).archive
    },
  }
}

function targetContext(address: string, context: DependencyContext): TargetContext {
  const { settings, ownHosts, newHttp, privateHosts } = context
  const isOwn = ownHosts.includes(address.split('/')[2] ?? '')
  const { registryUsername, registryPassword, ...others } = settings
  return {
    ...context,
    http: guarded(context.http, privateHosts),
    newHttp: () => guarded(newHttp(), privateHosts),
    settings: isOwn ? settings : others,
  }
}

function guarded(http: Http, privateHosts: readonly string[]): Http {
  return { send: (request) => http.send({ ...request, privateHosts }) }
}
