import type { ReleaseError } from '../../model/errors.ts'
import type { Entries, Entry } from './keys.ts'
import { refusal } from './read-entry.ts'

/** Any of these is said only by who publishes to a branch. */
const SAYS_PAGES = [
  'pages-branch',
  'pages-index-path',
  'packages-with-index',
  'release-name-template',
  'charts-repo',
] as const

/** The target that chart-releaser would publish to, and the setting that says so; `undefined` where none does. */
export function pagesTarget(entries: Entries): { readonly address: string; readonly said: Entry } | undefined {
  const said = SAYS_PAGES.map((key) => entries.get(key)).find((entry) => entry !== undefined)
  if (said === undefined) return undefined
  // A slash in the name of a branch is written %2F there.
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

/** An index under another name is one that `helm repo add` does not find. */
export function indexNameProblem(entries: Entries): ReleaseError | undefined {
  const path = entries.get('pages-index-path')
  if (path === undefined || /(^|\/)index\.yaml$/.test(path.value)) return undefined
  return refusal(path.from, `ends in no index.yaml`, 'Helm reads index.yaml only; name the folder it is in.')
}

function folderOf(indexPath: string): string {
  const segments = indexPath.split('/').filter((segment) => segment !== '' && segment !== '.')
  return segments.slice(0, -1).join('/')
}
