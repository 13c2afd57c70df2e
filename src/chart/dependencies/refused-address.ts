import { looksPrivate } from '../../model/http/hosts.ts'
import type { DependencySettings } from '../../model/settings.ts'
import { aliasIn } from '../manifest/repository-alias.ts'

/** Helm's own schemes; any other but `http` would belong to a plugin. `file://` is a chart of this repository. */
const SCHEMES = ['https', 'oci']

/** Why an address must not be asked, and what allows it. */
export interface AddressRefusal {
  readonly why: string
  /** The sentence that leads out, if no setting does. */
  readonly hint?: string
  readonly scheme?: string
  readonly host?: string
}

/** Why a repository of the chart in `folder` must not be asked; empty if it may be. What a name stands for is known when it is fetched. */
export function refusalOf(
  repository: string,
  folder: string,
  { schemes, privateHosts }: DependencySettings,
): readonly AddressRefusal[] {
  if (aliasIn(repository) !== undefined) return []
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(repository)?.[1]?.toLowerCase()
  if (scheme === undefined) return [{ why: 'it has no scheme', hint: withScheme(repository) }]
  const isAllowed = [...SCHEMES, ...schemes].includes(scheme)
  if (!isAllowed && scheme !== 'http')
    return [{ why: `the scheme ${scheme}:// is not allowed`, hint: withoutPlugin(folder) }]
  const url = repository.replace(/^[^:]+:/, 'https:')
  if (!URL.canParse(url)) return [{ why: 'that is not an address', hint: 'Write it as `https://host/path`.' }]
  const { host, hostname } = new URL(url)
  const isPrivate = looksPrivate(hostname) && ![host, hostname].some((one) => privateHosts.includes(one))
  return [
    ...(isAllowed ? [] : [{ why: `the scheme ${scheme}:// is not allowed`, scheme }]),
    ...(isPrivate ? [{ why: `${host} is a private address`, host }] : []),
  ]
}

/** Plugins of Helm are not run here, but a person may have one. */
function withoutPlugin(folder: string): string {
  return `Take it from https:// or oci://; or run \`helm dependency update ${folder}\` where the plugin is, and commit the archive in charts/ and the lock.`
}

function withScheme(repository: string): string {
  const isHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/\S*)?$/i.test(repository)
  return `Write it as \`${isHost ? `https://${repository}` : 'https://host/path'}\` or with oci://.`
}

/**
 * The whole setting of the config file that also allows these, as one line of YAML: what it has stays, so that following
 * one hint does not undo another.
 */
export function allowing(
  settings: DependencySettings,
  more: {
    readonly schemes?: readonly string[]
    readonly hosts?: readonly string[]
    readonly repositories?: readonly (readonly [name: string, url: string])[]
  },
): string {
  const schemes = [...new Set([...settings.schemes, ...(more.schemes ?? [])])]
  const hosts = [...new Set([...settings.privateHosts, ...(more.hosts ?? [])])]
  const repositories = new Map([...(settings.repositories ?? []), ...(more.repositories ?? [])])
  const parts = [
    ...(schemes.length > 0 ? [`schemes: [${schemes.join(', ')}]`] : []),
    ...(hosts.length > 0 ? [`private-hosts: [${hosts.map((host) => JSON.stringify(host)).join(', ')}]`] : []),
    ...(repositories.size > 0 ? [`repositories: { ${[...repositories].map(named).join(', ')} }`] : []),
  ]
  return `dependencies: { ${parts.join(', ')} }`
}

function named([name, url]: readonly [string, string]): string {
  return `${JSON.stringify(name)}: ${JSON.stringify(url)}`
}
