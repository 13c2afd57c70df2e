import { assetRoutes } from './assets.ts'
import { attestationRoutes } from './attestations.ts'
import { branchRoutes } from './branches.ts'
import { contentRoutes } from './contents.ts'
import type { Route } from './exchange.ts'
import { labelRoutes } from './labels.ts'
import { pullRoutes } from './pulls.ts'
import { refRoutes } from './refs.ts'
import { releaseRoutes } from './releases.ts'
import { repositoryRoutes } from './repository.ts'

/** Everything that the API of the fake can, one list an area. A path that two fit goes to the first. */
export const apiRoutes: readonly Route[] = [
  ...repositoryRoutes,
  ...contentRoutes,
  ...branchRoutes,
  ...refRoutes,
  ...pullRoutes,
  ...labelRoutes,
  ...assetRoutes,
  ...releaseRoutes,
  ...attestationRoutes,
]

/** Names in paths that may hold slashes: `x-multi-segment` in GitHub's description. */
const WITH_SLASHES = /^(ref|branch|tag|path|basehead|subject_digest)$/

export interface Match {
  readonly route: Route
  readonly parameters: Readonly<Record<string, string>>
}

export function matchRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  for (const route of routes) {
    const [wanted, template = ''] = route.operation.split(' ')
    const found = wanted === method ? patternOf(template).exec(path) : null
    if (found) {
      const parameters = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
      return { route, parameters: Object.fromEntries(parameters) as Record<string, string> }
    }
  }
  return undefined
}

function patternOf(template: string): RegExp {
  const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const number = /_(id|number)$/.test(name)
    return `(?<${name}>${number ? '\\d+' : WITH_SLASHES.test(name) ? '.+' : '[^/]+'})`
  })
  return new RegExp(`^${pattern}$`)
}
