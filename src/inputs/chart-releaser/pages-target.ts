import type { ReleaseError } from '../../model/errors.ts'
import type { Environment } from '../../ports/process.ts'
import { type Entries, type Entry, refusal } from './entries.ts'

/** Settings that only make sense for publishing to a branch. */
const SAYS_PAGES = [
  'pages-branch',
  'pages-index-path',
  'packages-with-index',
  'release-name-template',
  'charts-repo',
] as const

/** The target that chart-releaser would publish to, and the setting that says so; `undefined` if none does. */
export function pagesTarget(entries: Entries): { readonly address: string; readonly said: Entry } | undefined {
  const said = SAYS_PAGES.map((key) => entries.get(key)).find((entry) => entry !== undefined)
  if (said === undefined) return undefined
  // A target address has a slash in a branch name as %2F.
  const branch = encodeURIComponent(entries.get('pages-branch')?.value ?? 'gh-pages')
  const folder = folderOf(entries.get('pages-index-path')?.value ?? 'index.yaml')
  const asReleases = entries.get('packages-with-index')?.value !== 'true'
  const options = [
    ...(asReleases ? ['packages=releases'] : []),
    ...(asReleases && entries.get('make-release-latest')?.value === 'false' ? ['latest=never'] : []),
    ...(entries.has('charts-repo') ? [`url=${encodeURIComponent(entries.get('charts-repo')?.value ?? '')}`] : []),
  ]
  const query = options.length === 0 ? '' : `?${options.join('&')}`
  return { address: `pages://${branch}${folder === '' ? '' : `/${folder}`}${query}`, said }
}

/** `helm repo add` does not find an index under another name. */
export function indexNameProblem(entries: Entries): ReleaseError | undefined {
  const path = entries.get('pages-index-path')
  if (path === undefined || /(^|\/)index\.yaml$/.test(path.value)) return undefined
  return refusal(path.from, `ends in no index.yaml`, 'Helm reads index.yaml only; name the folder it is in.')
}

function folderOf(indexPath: string): string {
  const segments = indexPath.split('/').filter((segment) => segment !== '' && segment !== '.')
  return segments.slice(0, -1).join('/')
}

const HINT =
  'Releases go to the repository of the workflow: run this action there, or publish to an OCI registry with `targets`.'

/** Settings that name a repository or server other than the workflow's own: `CHART_RELEASER_REFUSED`. */
export function otherRepositoryProblems(entries: Entries, environment: Environment): readonly ReleaseError[] {
  const [owner = '', name = ''] = (environment.GITHUB_REPOSITORY ?? '').toLowerCase().split('/')
  const api = host(environment.GITHUB_API_URL || 'https://api.github.com')
  const server = host(environment.GITHUB_SERVER_URL || 'https://github.com')
  const uploads = server === 'github.com' ? ['uploads.github.com'] : [api, server, `uploads.${server ?? ''}`]
  const wrong = (key: Entry['key'], right: (value: string) => boolean): readonly ReleaseError[] => {
    const entry = entries.get(key)
    if (entry === undefined || right(entry.value.toLowerCase())) return []
    return [refusal(entry.from, `names another place than ${environment.GITHUB_REPOSITORY ?? 'this repository'}`, HINT)]
  }
  return [
    ...wrong('owner', (value) => value === owner),
    ...wrong('git-repo', (value) => value === name || value === `${owner}/${name}`),
    ...wrong('git-base-url', (value) => host(value) === api),
    ...wrong('git-upload-url', (value) => uploads.includes(host(value))),
  ]
}

function host(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined
}
