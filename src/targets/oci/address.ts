import type { ChartRef } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { isProblem, type NewRepository, readOptions } from './ecr/options.ts'

/** `oci://host[:port][/path]`, taken apart. */
export interface RegistryAddress {
  /** As the user wrote it, without a `/` at the end and without options: those do not make another place. */
  readonly address: string
  /** With port, e.g. `ghcr.io` or `localhost:5000`. */
  readonly host: string
  /** e.g. `acme/charts`; empty when charts lie at the registry's root. */
  readonly path: string
  /** How missing repositories are created; absent if they are not to be. */
  readonly create?: NewRepository
}

const SCHEME = 'oci://'
// Grammar of repository names and tags in the OCI distribution specification 1.1.
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/
const MAX_REPOSITORY = 255

/** Reads a target address. Fails with `TARGET_ADDRESS_INVALID`, which says what was found. */
export function parseAddress(text: string): RegistryAddress {
  const [written = '', query] = splitQuery(text.trim())
  const address = written.replace(/\/$/, '')
  const rest = address.slice(SCHEME.length)
  const [named = '', ...components] = rest.split('/')
  const host = named.toLowerCase()
  const path = components.join('/')
  const create = query === undefined ? undefined : readOptions(host, query)
  const problem = problemWith(rest, host, components) ?? (isProblem(create) ? create : undefined)
  if (problem) {
    const hint = problem.hint ?? 'Write it like oci://ghcr.io/acme/charts; the chart name and its version are added.'
    throw new ReleaseError('TARGET_ADDRESS_INVALID', `The target ${text} ${problem.found}`, { hint })
  }
  return { address, host, path, ...(create && !isProblem(create) && { create }) }
}

function splitQuery(text: string): readonly [string, string?] {
  const at = text.indexOf('?')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function problemWith(
  rest: string,
  host: string,
  components: readonly string[],
): { readonly found: string; readonly hint?: string } | undefined {
  if (/\s/.test(rest)) return { found: 'holds a blank' }
  if (rest.includes('#')) return { found: 'holds a fragment (#…)' }
  if (host.includes('@'))
    return { found: 'holds a user', hint: 'Use registry-username and registry-password, or docker login.' }
  if (host === '') return { found: 'names no host' }
  if (!HOST.test(host) || Number(host.split(':').at(-1)) > 65_535)
    return { found: `names a host that cannot be: ${host}` }
  const path = components.join('/')
  if (/[:@]/.test(path)) return { found: 'holds a tag or digest' }
  if (/[A-Z]/.test(path)) {
    return { found: `holds upper-case letters (${path})`, hint: `Write oci://${host}/${path.toLowerCase()}` }
  }
  const wrong = components.find((component) => !COMPONENT.test(component))
  return wrong === undefined ? undefined : { found: `has a path that registries refuse, at "${wrong}"` }
}

/** Why a chart of this name has no repository within the registry; `undefined` if it can have one. */
export function nameProblem({ path }: RegistryAddress, name: string): string | undefined {
  if (COMPONENT.test(name)) {
    return joined(path, name).length > MAX_REPOSITORY
      ? `makes a repository path over ${MAX_REPOSITORY} characters`
      : undefined
  }
  if (COMPONENT.test(name.toLowerCase())) return 'has capital letters, which no OCI registry takes'
  return 'may hold only lower-case letters and digits, with single `.`, `_` or `-` between them, in an OCI registry'
}

/** The repository of a chart within the registry, e.g. `acme/charts/app`. Fails with `CHART_NAME_INVALID`. */
export function repositoryOf(address: RegistryAddress, name: string): string {
  if (nameProblem(address, name) === undefined) return joined(address.path, name)
  throw new ReleaseError('CHART_NAME_INVALID', `The chart name "${name}" cannot be part of a repository path`, {
    hint: 'OCI registries take lower-case letters, digits, and single dots, dashes and underscores between them.',
  })
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`
}

/** The tag of a version: registries take no `+`, so Helm writes `_` (formats.md 1.4). Fails with `CHART_VERSION_INVALID`. */
export function tagOf({ name, version }: ChartRef): string {
  const tag = version.replaceAll('+', '_')
  if (TAG.test(tag)) return tag
  throw new ReleaseError('CHART_VERSION_INVALID', `The version "${version}" of ${name} cannot be a tag`, {
    hint: 'Tags take at most 128 letters, digits, dots, dashes and underscores.',
  })
}

// semver.org's expression, with the `v` that some charts write.
const VERSION =
  /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/

/** The chart version that a tag stands for; `undefined` for tags of signatures and the like. */
export function versionOf(tag: string): string | undefined {
  const version = tag.replaceAll('_', '+')
  return VERSION.test(version) ? version : undefined
}
