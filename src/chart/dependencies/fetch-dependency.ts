import { memoizeAsync } from '../../model/async/memoize.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { DependencySettings } from '../../model/settings.ts'
import type { Environment } from '../../ports/process.ts'
import { unpack } from '../archive/archive.ts'
import { satisfies } from '../manifest/constraints.ts'
import { compareHelmVersions, readHelmVersion } from '../manifest/helm-version.ts'
import { aliasIn } from '../manifest/repository-alias.ts'
import { parseVersion } from '../manifest/version.ts'
import { openRepository, type RepositoryContext } from './classic-repository.ts'
import { namedRepository } from './named-repository.ts'
import type { ChartRepositoryClient, Offer } from './repository-client.ts'
import { entryFor, type KnownRepositories, knownRepositories, type RepositoryEntry } from './repository-entries.ts'

export interface WantedChart {
  readonly name: string
  readonly repository: string
  /** The locked or pinned one; without it the newest that satisfies `constraint` is taken. */
  readonly version?: string | undefined
  readonly constraint: string
  /** The repository's address in the lock, which Helm writes in place of a name. */
  readonly lockedFrom?: string | undefined
}

export interface FetchContext extends RepositoryContext, DependencySettings {
  readonly environment: Environment
  /** Opens `oci://host/path`. */
  readonly openRegistry: (address: string) => ChartRepositoryClient
}

export interface FetchedChart {
  readonly version: string
  readonly archive: Uint8Array
  /** The address that a repository's name stands for. */
  readonly repository?: string
}

/** The archive of an external chart, and its version. Fails with a reason that follows `… could not be fetched: `. */
export type FetchDependency = (wanted: WantedChart) => Promise<FetchedChart>

interface Naming {
  readonly name: string
  readonly named: RepositoryEntry | undefined
}

/**
 * Fetches charts from repositories and registries over our own HTTP client, which handles private addresses, redirects,
 * proxies and limits (docs/adr/0009); Helm itself fetches nothing. Each index is fetched once. An archive's content is
 * checked before any tool opens it.
 */
export function createFetch(context: FetchContext): FetchDependency {
  const clients = new Map<string, Promise<ChartRepositoryClient>>()
  const known = memoizeAsync(() => knownRepositories(context.files, context.environment))
  const clientFor = (repository: string): Promise<ChartRepositoryClient> => {
    const opened = clients.get(repository) ?? openAt(repository)
    clients.set(repository, opened)
    return opened
  }
  const openAt = async (repository: string) =>
    repository.startsWith('oci://') ? context.openRegistry(repository) : open(repository, await known(), context)
  return async (wanted) => {
    const alias = aliasIn(wanted.repository)
    const named = alias === undefined ? undefined : namedRepository(alias, await known(), { ...context, ...wanted })
    const from = await clientFor(wanted.repository)
    const version = wanted.version ?? tagNamedBy(wanted)
    const offer = chosen(await from.offers(wanted.name, version), { ...wanted, version })
    const archive = await archiveOf(from, offer, { name: wanted.name, named })
    unpack(archive)
    return { version: offer.version, archive, ...(named && { repository: named.url }) }
  }

  // An index may name archives in a registry.
  async function archiveOf(from: ChartRepositoryClient, offer: Offer, { name, named }: Naming): Promise<Uint8Array> {
    const { url } = offer
    const isAllowed = !url || ['https:', ...context.schemes.map((scheme) => `${scheme}:`)].includes(url.protocol)
    // Whoever gave a repository a name chose its scheme, too.
    if (isAllowed || (named && new URL(named.url).origin === url.origin)) return from.archive(offer, name)
    if (url.protocol !== 'oci:') throw failed(`its index names ${url.protocol}//, which is not allowed`)
    const { path, name: last, tag } = partsOf(url)
    return (await clientFor(path)).archive({ version: tag || offer.version }, last)
  }
}

function open(repository: string, known: KnownRepositories, context: FetchContext): ChartRepositoryClient {
  const alias = aliasIn(repository)
  const entry =
    alias === undefined
      ? entryFor(repository, known.entries)
      : namedRepository(alias, known, { ...context, repository })
  if (!entry) throw failed('it has no address')
  if (entry.unsupported !== '') throw failed(`its \`helm repo add\` had ${entry.unsupported}, which is not supported`)
  if (!/^https?:\/\//i.test(entry.url) || !URL.canParse(entry.url)) throw notHttp(entry.url)
  // Naming a repository is consent to its host, wherever that is.
  const named = alias === undefined ? [] : [new URL(entry.url).host]
  return openRepository(entry, { ...context, privateHosts: [...context.privateHosts, ...named] })
}

function notHttp(url: string): ReleaseError {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? 'none'
  return new ReleaseError('DEPENDENCY_FAILED', `the scheme of its address is ${scheme}`, {
    hint: 'Take it from https:// or oci://, or commit its archive in charts/.',
  })
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
  const named = offers.find((offer) => offer.version === version)
  const [first, ...others] = named ? [named] : offers.filter((offer) => order(offer.version, version) === 0)
  const other = others.find((offer) => offer.version !== first?.version)
  if (first && other) throw failed(`it holds ${first.version} and ${other.version}, and ${version} could be either`)
  return first
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
