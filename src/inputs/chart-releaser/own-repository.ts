import type { ReleaseError } from '../../model/errors.ts'
import type { Environment } from '../../ports/process.ts'
import type { Entries, Entry } from './keys.ts'
import { refusal } from './read-entry.ts'

const HINT =
  'Releases go to the repository of the workflow: run this action there, or publish to an OCI registry with `targets`.'

/** Whatever names another repository or another server than the workflow's own: `CHART_RELEASER_REFUSED`. */
export function elsewhere(entries: Entries, environment: Environment): readonly ReleaseError[] {
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
