import { ReleaseError } from '../../model/errors.ts'

/** `pages://branch[/path][?repository=…][&packages=releases[&latest=never]][&url=…][&unloadable=allow]`, taken apart. */
export interface PagesAddress {
  /** As the user wrote it. */
  readonly address: string
  readonly branch: string
  /** Folder of the index on the branch, without slashes around it; empty for the top. */
  readonly path: string
  /** `owner/name` of the repository with the branch; absent for that of the workflow. */
  readonly repository?: string
  /** Archives are assets of GitHub Releases instead of files beside the index. */
  readonly asReleases: boolean
  /** No release of a chart becomes the one that GitHub shows as the latest. */
  readonly neverLatest?: true
  /** Where the folder is served, without a slash at the end; absent if GitHub's own rule applies. */
  readonly url?: string
  /** An index that Helm can't load is added to all the same. */
  readonly unloadable?: 'allow'
}

export const SCHEME = 'pages://'
const HINT = 'Write it like pages://gh-pages or pages://gh-pages/charts; a slash in a branch name is written %2F.'
/** What git takes as a branch (git-check-ref-format), as far as anybody publishes from it. */
const BRANCH = /^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)|\/\.|@\{))[A-Za-z0-9_][\w./@+-]*(?<![/.])$/
const OPTIONS: readonly string[] = ['repository', 'packages', 'latest', 'url', 'unloadable']
const REPOSITORY = /^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/
const SEGMENT = /^(?!\.{1,2}$|\.git$)[\w.@+-]+$/i

/** Reads a target address. Fails with `TARGET_ADDRESS_INVALID`, which says what was found. */
export function parseAddress(text: string): PagesAddress {
  const address = text.trim()
  const [place = '', query, ...more] = address.slice(SCHEME.length).split('?')
  const [first = '', ...segments] = place.replace(/\/+$/, '').split('/')
  const branch = decoded(first)
  const wrong = segments.find((segment) => !SEGMENT.test(segment))
  if (branch === undefined || !BRANCH.test(branch))
    throw invalidAddress(address, `does not name a valid branch: "${first}"`)
  if (wrong !== undefined) throw invalidAddress(address, `has a folder that cannot be served, at "${wrong}"`)
  if (more.length > 0 || address.includes('#')) throw invalidAddress(address, 'holds more than one `?`, or a `#`')
  return { address, branch, path: segments.join('/'), ...options(address, query ?? '') }
}

function options(address: string, query: string): Omit<PagesAddress, 'address' | 'branch' | 'path'> {
  const all = [...new URLSearchParams(query)]
  const unknown = all.find(([key]) => !OPTIONS.includes(key))
  if (unknown) throw invalidAddress(address, `has an option "${unknown[0]}"; known are ${OPTIONS.join(', ')}`)
  if (new Set(all.map(([key]) => key)).size < all.length) throw invalidAddress(address, 'has an option twice')
  const { repository, packages, latest, url, unloadable } = Object.fromEntries(all)
  if (repository !== undefined && !REPOSITORY.test(repository))
    throw invalidAddress(address, `has repository=${repository}, which is not a repository such as acme/helm-charts`)
  if (packages !== undefined && packages !== 'releases')
    throw invalidAddress(address, `has packages=${packages}; only packages=releases is known`)
  if (latest !== undefined && latest !== 'never')
    throw invalidAddress(address, `has latest=${latest}; only latest=never is known`)
  if (latest !== undefined && packages === undefined)
    throw invalidAddress(address, 'has latest=never, which is of GitHub Releases, without packages=releases')
  if (url !== undefined && !isServed(url))
    throw invalidAddress(address, `has url=${url}, which is not an https:// address of a folder`)
  if (unloadable !== undefined && unloadable !== 'allow')
    throw invalidAddress(address, `has unloadable=${unloadable}; only unloadable=allow is known`)
  return {
    asReleases: packages === 'releases',
    ...(repository !== undefined && { repository }),
    ...(unloadable !== undefined && { unloadable }),
    ...(latest !== undefined && { neverLatest: true }),
    ...(url !== undefined && { url: url.replace(/\/+$/, '') }),
  }
}

function isServed(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '')
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function invalidAddress(address: string, found: string): ReleaseError {
  return new ReleaseError('TARGET_ADDRESS_INVALID', `The target ${address} ${found}`, { hint: HINT })
}

/** Where GitHub Pages serves a folder of this repository, or where the user says that it is. */
export function servedAt({ url, path }: PagesAddress, repository: string): string {
  if (url !== undefined) return url
  const [owner = '', name = ''] = repository.toLowerCase().split('/')
  const own = `${owner}.github.io`
  // https://docs.github.com/pages: a repository of this name is served at the top.
  return ['https:/', own, ...(name === own ? [] : [repository.split('/')[1] ?? '']), ...(path ? [path] : [])].join('/')
}

/** The same, unless it is only assumed: other servers than github.com have their sites at places of their own. */
export function siteOf(
  address: PagesAddress,
  { repository, serverUrl }: { readonly repository: string; readonly serverUrl: string },
): string | undefined {
  return address.url === undefined && serverUrl !== 'https://github.com' ? undefined : servedAt(address, repository)
}
