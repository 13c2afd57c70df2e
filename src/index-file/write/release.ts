import { archiveNames, type ChartRef, type Digest, type ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { isObject, type Json } from '../../model/json.ts'

/** Our records in the annotations of an entry: Helm refuses an index with keys that it does not know. */
export const FINGERPRINT = 'io.github.release-charts.fingerprint'
export const REVISION = 'org.opencontainers.image.revision'

/** A version to add to an index. */
export interface IndexRelease extends ChartRef {
  /** From Chart.yaml inside the archive, in Helm's order (`ChartManifest.metadata`). */
  readonly metadata: { readonly [key: string]: Json }
  /** Of the archive. */
  readonly digest: Digest
  /** The release commit's time. */
  readonly created: Date
  /** Where the archive is: relative to the index, `https://…`, or `oci://…:<tag>`. Helm takes the first. */
  readonly urls: readonly string[]
  readonly fingerprint: string
  readonly revision: ObjectId
}

/** The index entry's data for a packaged chart whose archive is at `urls`. */
export function releaseOf(chart: Omit<IndexRelease, 'urls'>, urls: readonly string[]): IndexRelease {
  const { name, version, metadata, digest, created, fingerprint, revision } = chart
  return { name, version, metadata, digest, created, fingerprint, revision, urls }
}

/** The entry for a release as Helm itself would write it: Chart.yaml's fields, then those of the index. */
export function entryOf(release: IndexRelease): { readonly [key: string]: Json } {
  const { metadata, urls, digest, fingerprint, revision } = release
  for (const url of urls) checkUrl(url)
  if (urls.length === 0) throw new ReleaseError('BUG_UNEXPECTED', `${release.name} ${release.version} has no URL`)
  const { annotations } = metadata
  return {
    ...metadata,
    annotations: { ...(isObject(annotations) ? annotations : {}), [FINGERPRINT]: fingerprint, [REVISION]: revision },
    urls: [...urls],
    created: timeText(release.created),
    digest: digest.replace('sha256:', ''),
  }
}

/** The new versions of one chart, newest first. */
export interface Addition {
  readonly name: string
  readonly entries: readonly { readonly version: string; readonly entry: ReturnType<typeof entryOf> }[]
}

/** Releases as additions, one per chart. */
export function additionsOf(releases: readonly IndexRelease[]): readonly Addition[] {
  const byName = new Map<string, Addition['entries'][number][]>()
  for (const release of releases) {
    const { name, version } = release
    const entries = byName.get(name) ?? []
    entries.push({ version, entry: entryOf(release) })
    byName.set(name, entries)
  }
  return [...byName].map(([name, entries]) => ({ name, entries }))
}

/** A time as RFC 3339 in whole seconds, UTC. */
export function timeText(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Where archives of an index are. */
export type ArchivePlace =
  | { readonly kind: 'beside' }
  /** Below a web address. */
  | { readonly kind: 'base'; readonly url: string }
  /** In a registry, as charts that are also published there: `oci://host/path`. */
  | { readonly kind: 'oci'; readonly url: string }

/** The URL of a chart's archive as written in an index. `+` is escaped if a web server might read it as a blank. */
export function archiveUrl(ref: ChartRef, place: ArchivePlace): string {
  if (place.kind === 'oci') return `${place.url.replace(/\/+$/, '')}/${ref.name}:${ref.version.replaceAll('+', '_')}`
  const file = archiveNames(ref).archive.replaceAll('+', '%2B')
  return place.kind === 'beside' ? file : `${place.url.replace(/\/+$/, '')}/${file}`
}

function checkUrl(url: string): void {
  const known = /^(?:https?:\/\/[^\s/]|oci:\/\/[^\s/]+\/\S+:[\w.-]+$)/.test(url)
  const relative = !/^[a-z][a-z0-9+.-]*:/i.test(url) && !url.startsWith('/') && url !== ''
  if ((known || relative) && !/[\s\p{Cc}]/u.test(url)) return
  throw new ReleaseError(
    'INDEX_URL_INVALID',
    `An index can't hold ${JSON.stringify(url.slice(0, 200))} as an archive's address`,
    {
      hint: 'Archives are named by https:// or http:// addresses, by oci:// references with a tag, or relative to the index.',
    },
  )
}
