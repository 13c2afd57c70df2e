import { HELM_LIMITS } from '../../chart/archive/archive.ts'
import { digestOf } from '../../chart/archive/digest.ts'
import {
  type ClassicRepository,
  openRepository,
  type RepositoryContext,
} from '../../chart/dependencies/classic-repository.ts'
import type { Offer } from '../../chart/dependencies/repository-client.ts'
import { entryFor, knownRepositories } from '../../chart/dependencies/repository-entries.ts'
import { indexEntries } from '../../chart/dependencies/repository-index.ts'
import { memoizeAsync } from '../../model/async/memoize.ts'
import { BUNDLE_ENDINGS, type Digest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { StoredBundle } from '../../model/signature.ts'
import type { Environment } from '../../ports/process.ts'
import { INDEX_SIGNATURE, isAbout, MAX_SIGNATURE_BYTES, pendingName } from '../../targets/index/state.ts'
import { chooseVersion } from './choose-version.ts'
import { archiveMissing, chartMissing, digestDiffers, unreadable } from './problems.ts'
import type { PublishedChart, PublishedIndex } from './published-chart.ts'

const MAX_PROVENANCE_BYTES = 1024 * 1024

export interface RepositorySource {
  /** As `helm repo add` takes it. */
  readonly repositoryUrl: string
  readonly name: string
  /** A version or a range. */
  readonly version: string
}

export interface RepositoryTools extends RepositoryContext {
  readonly environment: Environment
  /** Fetches what an index lists in a registry. */
  readonly fromRegistry: (reference: string) => Promise<PublishedChart>
}

/**
 * A chart of a repository with an index.yaml, with its index and all that is signed. Credentials are those of `helm repo
 * add`, or in the address. Fails with `VERIFY_CHART_MISSING`, `VERIFY_CHART_UNREADABLE`, and as `Http`.
 */
export async function fetchFromRepository(source: RepositorySource, tools: RepositoryTools): Promise<PublishedChart> {
  const { repositoryUrl } = source
  const { entries } = await knownRepositories(tools.files, tools.environment)
  const entry = entryFor(repositoryUrl, entries)
  if (!entry) throw unreadable(repositoryUrl, 'its address is not valid')
  if (entry.unsupported !== '')
    throw unreadable(repositoryUrl, `its \`helm repo add\` had ${entry.unsupported}, which is not supported`)
  return inRepository(openRepository(entry, tools), tools).find(source)
}

/** Charts of one repository, whose index is read once. */
export interface RepositoryView {
  /** Fails as `Http`, and with `VERIFY_CHART_UNREADABLE` if the server refuses. */
  hasIndex(): Promise<boolean>
  /** Fails with `VERIFY_CHART_MISSING`, `VERIFY_CHART_UNREADABLE`, and as `Http`. */
  find(chart: Omit<RepositorySource, 'repositoryUrl'>): Promise<PublishedChart>
}

export function inRepository(
  repository: ClassicRepository,
  tools: Pick<RepositoryTools, 'fromRegistry'>,
): RepositoryView {
  const index = memoizeAsync(() => readSignedIndex(repository))
  return {
    hasIndex: async () => (await readable('index.yaml', index())) !== undefined,
    find: (chart) =>
      readable(
        chart.name,
        index().then((found) => {
          if (!found) throw unreadable(chart.name, `${repository.address}/index.yaml is not there`)
          const offer = offered(found, chart, repository.address)
          return download(repository, { offer, name: chart.name, index: found }, tools)
        }),
      ),
  }
}

function readable<T>(what: string, work: Promise<T>): Promise<T> {
  return work.catch((thrown: unknown) => {
    if (!(thrown instanceof ReleaseError) || thrown.code !== 'DEPENDENCY_FAILED') throw thrown
    throw unreadable(what, thrown.message)
  })
}

/**
 * The index with its signature. They are two files: while a release writes them the one may be newer than the other, and
 * then what stands under the name that is bound to this index is its signature.
 */
async function readSignedIndex(repository: ClassicRepository): Promise<PublishedIndex | undefined> {
  const [bytes, plain] = await Promise.all([
    repository.readIndex(),
    repository.readBeside(INDEX_SIGNATURE, MAX_SIGNATURE_BYTES),
  ])
  if (!bytes) return undefined
  const isStale = plain !== undefined && !isAbout(plain, bytes)
  const pending = isStale ? await repository.readBeside(pendingName(bytes), MAX_SIGNATURE_BYTES) : undefined
  const signature = pending ?? plain
  return {
    address: `${repository.address}/index.yaml`,
    subject: { repository: repository.address, digest: digestOf(bytes), archive: bytes },
    signatures: { legacy: [], bundles: signature ? [{ json: signature, predicateType: '' }] : [] },
  }
}

function offered(
  { subject }: PublishedIndex,
  { name, version }: Omit<RepositorySource, 'repositoryUrl'>,
  address: string,
): Offer {
  const entries = indexEntries(Buffer.from(subject.archive).toString(), name)
  const chosen = chooseVersion(
    entries.map((entry) => entry.version),
    version,
  )
  const entry = entries.find((one) => one.version === chosen)
  if (!entry) throw chartMissing(name, version, { where: `${address}/index.yaml`, hasOthers: entries.length > 0 })
  const [written = ''] = entry.urls
  const base = `${address}/`
  const url = URL.canParse(written, base) ? new URL(written, base) : undefined
  return { version: entry.version, url, digest: entry.digest }
}

interface Download {
  readonly offer: Offer
  readonly name: string
  readonly index: PublishedIndex
}

async function download(
  repository: ClassicRepository,
  { offer, name, index }: Download,
  { fromRegistry }: Pick<RepositoryTools, 'fromRegistry'>,
): Promise<PublishedChart> {
  const { url, version, digest } = offer
  const ref = { name, version }
  if (url?.protocol === 'oci:') return { ...(await fromRegistry(url.href)), index }
  if (!url || !/^https?:$/.test(url.protocol))
    throw unreadable(name, `its index leads to ${url?.protocol ?? 'no address'}`)
  const [archive, provenance, ...bundles] = await Promise.all([
    repository.readAfter(offer, '', HELM_LIMITS.totalBytes),
    repository.readAfter(offer, '.prov', MAX_PROVENANCE_BYTES),
    ...Object.values(BUNDLE_ENDINGS).map((suffix) => repository.readAfter(offer, suffix, MAX_SIGNATURE_BYTES)),
  ])
  if (!archive) throw archiveMissing(ref, index.address, url)
  const archiveDigest = digestOf(archive)
  requireListed(url, archiveDigest, digest)
  const found = bundles.flatMap((json): readonly StoredBundle[] => (json ? [{ json, predicateType: '' }] : []))
  return {
    ...{ ...ref, archive, archiveDigest, index },
    reference: () => url.origin + url.pathname,
    ...(provenance && { provenance }),
    subject: { repository: repository.address, digest: archiveDigest, archive },
    signatures: { legacy: [], bundles: found },
  }
}

/** Helm never compares them, and indexes that other tools write may have none. */
function requireListed(url: URL, found: Digest, listed: string | undefined): void {
  const hex = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(listed ?? '')?.[1]?.toLowerCase()
  if (hex === undefined || found === `sha256:${hex}`) return
  throw digestDiffers(`The archive at ${url.origin}${url.pathname}`, { given: `sha256:${hex}`, found })
}
