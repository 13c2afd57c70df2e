import { ReleaseError } from '../../model/errors.ts'
import { isLoopback } from '../../model/http/hosts.ts'
import { cut, showInvisible } from '../../model/text.ts'
import type { RunnerFacts } from '../../ports/runner.ts'

/** Commits, the identity that signs and the rights of the token all belong to the repository of the workflow. */
export function checkedOutElsewhere(found: string, { repository }: Pick<RunnerFacts, 'repository'>): ReleaseError {
  const text = `The checkout is of ${cut(showInvisible(found), 100)}, and this workflow runs for ${repository}: a release would be pushed to one and signed in the name of the other.`
  return new ReleaseError('CHECKOUT_ELSEWHERE', text, {
    hint: `Run the workflow in the repository that has the charts. From there it can publish into a branch of this one, with a token in \`pages-token\`:\ntargets: pages://gh-pages?repository=${repository}`,
  })
}

/**
 * Whether origin is the repository of the run. A workflow may check out a fork: what that shows on its `main` is its owner's.
 * A path of this machine, or a server on it, is the choice of whoever operates the runner.
 */
export function isOrigin(address: string, facts: RunnerFacts): boolean {
  const place = placeIn(address)
  if (place === undefined || otherRepository(address, facts) !== undefined) return place === undefined
  const wanted = facts.repository.toLowerCase()
  const path = repositoryIn(place).toLowerCase()
  // A mirror or a proxy may serve it below a folder of its own.
  return path === wanted || path.endsWith(`/${wanted}`)
}

/** The name of another repository on the server of the run, if origin is one. */
export function otherRepository(address: string, { repository, serverUrl }: RunnerFacts): string | undefined {
  const place = placeIn(address)
  const isServer = place !== undefined && URL.canParse(serverUrl) && new URL(serverUrl).hostname === place.host
  if (!isServer) return undefined
  const name = repositoryIn(place)
  return name.toLowerCase() === repository.toLowerCase() ? undefined : name
}

function repositoryIn({ path }: { readonly path: string }): string {
  return path.replace(/^\/+|\/+$|(\.git)?\/*$/gi, '')
}

/** Host and path of an address on a network; `undefined` for a path of this machine. */
function placeIn(address: string): { readonly host: string; readonly path: string } | undefined {
  if (URL.canParse(address) && /^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    const { protocol, hostname, pathname } = new URL(address)
    return protocol === 'file:' || isLoopback(hostname) ? undefined : { host: hostname, path: pathname }
  }
  // `user@host:path`: a colon before the first slash, see https://git-scm.com/docs/git-fetch#_git_urls.
  const [, host, path] = /^(?:[^/]*@)?([^/:]+):(.*)$/s.exec(address) ?? []
  return host !== undefined && path !== undefined ? { host, path } : undefined
}
