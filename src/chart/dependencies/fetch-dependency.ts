import { ReleaseError } from '../../model/errors.ts'
import type { Environment } from '../../ports/process.ts'
import { unpack } from '../archive/archive.ts'
import { satisfies } from '../manifest/constraints.ts'
import { compareHelmVersions, readHelmVersion } from '../manifest/helm-version.ts'
import { aliasIn } from '../manifest/repository-alias.ts'
import { parseVersion } from '../manifest/version.ts'
import { openRepository, type RepositoryContext } from './classic-repository.ts'
import type { ChartRepositoryClient, Offer } from './repository-client.ts'
import { entryFor, knownRepositories, type RepositoryEntry } from './repository-entries.ts'

export interface WantedChart {
  readonly name: string
  readonly repository: string
  /** `version` is the locked one; without it the newest that satisfies `constraint` is taken. */
  readonly version?: string | undefined
  readonly constraint: string
}

export interface FetchContext extends RepositoryContext {
  readonly environment: Environment
  /** Allowed schemes besides https and oci. */
  readonly schemes: readonly string[]
  /** Opens `oci://host/path`. */
  readonly openRegistry: (address: string) => ChartRepositoryClient
}

/** The archive of an external chart, and its version. Fails with a reason that follows `… could not be fetched: `. */
export type FetchDependency = (
  wanted: WantedChart,
) => Promise<{ readonly version: string; readonly archive: Uint8Array }>

/**
 * Fetches charts from repositories and registries over our own HTTP client, which handles private addresses, redirects,
 * proxies and limits (docs/adr/0009); Helm itself fetches nothing. Each index is fetched once. An archive's content is
 * checked before any tool opens it.
 */
export function createFetch(context: FetchContext): FetchDependency {
  const clients = new Map<string, Promise<ChartRepositoryClient>>()
  const clientFor = (repository: string): Promise<ChartRepositoryClient> => {
    const opened = clients.get(repository) ?? open(repository, context)
    clients.set(repository, opened)
    return opened
  }
  return async (wanted) => {
    const from = await clientFor(wanted.repository)
    const version = wanted.version ?? tagNamedBy(wanted)
    const offer = chosen(await from.offers(wanted.name, version), { ...wanted, version })
    const archive = await archiveOf(from, offer, wanted.name)
    unpack(archive)
    return { version: offer.version, archive }
  }

  // An index may name archives in a registry.
  async function archiveOf(from: ChartRepositoryClient, offer: Offer, name: string): Promise<Uint8Array> {
    const { url } = offer
    if (!url || ['https:', ...context.schemes.map((scheme) => `${scheme}:`)].includes(url.protocol))
      return from.archive(offer, name)
    if (url.protocol !== 'oci:') throw failed(`its index names ${url.protocol}//, which is not allowed`)
    const { path, name: last, tag } = partsOf(url)
    return (await clientFor(path)).archive({ version: tag || offer.version }, last)
  }
}

async function open(repository: string, context: FetchContext): Promise<ChartRepositoryClient> {
  if (repository.startsWith('oci://')) return context.openRegistry(repository)
  const entry = entryFor(repository, await knownRepositories(context.files, context.environment))
  if (!entry) throw failed('no `helm repo add` said what that stands for')
  if (entry.unsupported !== '') throw failed(`its \`helm repo add\` had ${entry.unsupported}, which is not supported`)
  if (!/^https?:\/\//i.test(entry.url) || !URL.canParse(entry.url)) throw failed('its address is not one of http')
  return openRepository(entry, { ...context, privateHosts: hostsOf(repository, entry, context) })
}

/** Adding a repository under a name in this job is consent to its host, wherever that is. */
function hostsOf(repository: string, { url }: RepositoryEntry, { privateHosts }: FetchContext): readonly string[] {
  return aliasIn(repository) === undefined ? privateHosts : [...privateHosts, new URL(url).host]
}

/**
 * Helm takes a version such as `2024.01.05` for the tag itself, and lists only strict versions among a registry's tags:
 * such a version is found only by requesting it.
 */
function tagNamedBy({ repository, constraint }: WantedChart): string | undefined {
  const isLoose = readHelmVersion(constraint) !== undefined && parseVersion(constraint) === undefined
  return isLoose && repository.startsWith('oci://') ? constraint : undefined
}

function chosen(offers: readonly Offer[], { name, version, constraint }: WantedChart): Offer {
  if (offers.length === 0) throw failed(`it holds no chart ${name}`)
  const found = version === undefined ? newest(offers, constraint) : exact(offers, version)
  if (found) return found
  throw failed(`it holds no version ${version ?? constraint} of ${name}`)
}

function exact(offers: readonly Offer[], version: string): Offer | undefined {
  return (
    offers.find((offer) => offer.version === version) ?? offers.find((offer) => order(offer.version, version) === 0)
  )
}

function newest(offers: readonly Offer[], constraint: string): Offer | undefined {
  const fitting = offers.filter((offer) => satisfies(offer.version, constraint))
  return fitting.reduce<Offer | undefined>(
    (best, offer) => (best && (order(best.version, offer.version) ?? -1) >= 0 ? best : offer),
    undefined,
  )
}

/** The order in which Helm sorts them; `undefined` if one of them is not a version to Helm. */
function order(a: string, b: string): number | undefined {
  const [one, other] = [readHelmVersion(a), readHelmVersion(b)]
  return one && other && compareHelmVersions(one, other)
}

/** `oci://host/path/name:tag`. */
function partsOf({ host, pathname }: URL) {
  const parts = pathname.split('/').filter((part) => part !== '')
  const [name = '', tag = ''] = (parts.pop() ?? '').split(':')
  return { path: ['oci:/', host, ...parts].join('/'), name, tag: tag.replaceAll('_', '+') }
}

function failed(why: string): ReleaseError {
  return new ReleaseError('DEPENDENCY_FAILED', why)
}
