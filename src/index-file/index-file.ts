import { Buffer } from 'node:buffer'
import type { ChartRef, Digest, ObjectId } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import { isObject, type Json } from '../model/json.ts'
import type { EntryLayout, IndexLayout } from './read/layout.ts'
import { requireLoadable } from './read/loadable.ts'
import { isNewer } from './read/order.ts'
import { readEntry } from './read/read-entry.ts'
import { scanIndex } from './read/scan.ts'
import { type IndexNotice, noticesOf } from './read/warnings.ts'
import type { Source } from './scan/source.ts'
import { checkWritten } from './write/check.ts'
import { additionsOf, FINGERPRINT, type IndexRelease, REVISION, timeText } from './write/release.ts'
import { requireRoom, splicesFor } from './write/release-splices.ts'
import { spliced } from './write/splices.ts'

/** A version that an index holds. Texts come from outside and are checked for their form only. */
export interface IndexedChart {
  /** Of the archive; absent where it is missing or no SHA-256. */
  readonly digest?: Digest
  readonly urls: readonly string[]
  readonly fingerprint?: string
  readonly appVersion?: string
  readonly revision?: ObjectId
  readonly created?: Date
  /** Whether the index holds this version more than once; this is the first. */
  readonly doubled: boolean
}

/** An index that was read. */
export interface IndexFile {
  readonly bytes: Uint8Array
  /** What its owner should know. */
  readonly notices: readonly IndexNotice[]
  /** Charts that it has a key for, in its order. */
  readonly names: readonly string[]
  /** Exactly this version; `undefined` where it is not there. Fails with `INDEX_NOT_UNDERSTOOD`. */
  find(ref: ChartRef): IndexedChart | undefined
  /** All versions under a chart's name, in the order of the index. */
  versions(name: string): readonly string[]
  /**
   * The index with these releases too: nothing else changes but the time at `generated`. Releases that are there with
   * the same digest are left alone; where all are, the index itself comes back. Fails with `CONFLICT_TAG_TAKEN` where a
   * version has another digest, and with what `readIndex` fails with.
   */
  add(releases: readonly IndexRelease[], generated: Date): IndexFile
  /**
   * Whether a version of this chart could be added to it as it is written, without adding one. Fails with
   * `INDEX_NOT_UNDERSTOOD`.
   */
  requireRoom(name: string): void
}

/** What is done with an index that Helm can't load. */
export type Unloadable = 'refuse' | 'allow'

/**
 * Reads an index as it stands on a target: 20 ms for 4 MB. Fails with `INDEX_INVALID` where it is damaged, with
 * `INDEX_NOT_LOADABLE` if Helm can't load it, and with `INDEX_NOT_UNDERSTOOD` where it is written too oddly to be read
 * safely, all with line and column.
 */
export function readIndex(source: Source, unloadable: Unloadable = 'refuse'): IndexFile {
  const layout = scanIndex(source)
  if (unloadable === 'refuse') requireLoadable(layout)
  return opened(source, layout)
}

/** An index without charts, for the first release to a place. */
export function newIndex(file: string, generated: Date): IndexFile {
  return readIndex({ file, bytes: Buffer.from(`apiVersion: v1\nentries: {}\ngenerated: "${timeText(generated)}"\n`) })
}

/** `known` is the layout where it was found already. What was just written is walked over again when it is asked. */
function opened(source: Source, known?: IndexLayout): IndexFile {
  let scanned = known
  const layout = () => {
    scanned ??= scanIndex(source)
    return scanned
  }
  const entriesOf = (name: string) => layout().charts.get(name)?.entries ?? []
  const found = ({ name, version }: ChartRef) => entriesOf(name).filter((entry) => entry.version === version)
  const self: IndexFile = {
    bytes: source.bytes,
    get notices() {
      return noticesOf(layout())
    },
    get names() {
      return [...layout().charts.keys()]
    },
    find(ref) {
      const [first, ...others] = found(ref)
      return first && indexedChart(layout(), ref, { entry: first, doubled: others.length > 0 })
    },
    versions: (name) => entriesOf(name).map(({ version }) => version),
    requireRoom: (name) => requireRoom(layout(), name),
    add(releases, generated) {
      const absent = distinct(releases).filter((release) => {
        const there = found(release)
        for (const entry of there) refuseOther(layout(), release, entry)
        return there.length === 0
      })
      return absent.length === 0 ? self : opened(written(layout(), absent, generated))
    },
  }
  return self
}

function written(layout: IndexLayout, releases: readonly IndexRelease[], generated: Date): Source {
  const additions = additionsOf(releases)
  const splices = splicesFor(layout, additions, generated)
  const bytes = spliced(layout.bytes, splices)
  checkWritten(layout, bytes, { additions, splices })
  return { bytes, file: layout.file }
}

/** Newest first, so that those which go to one place stand in the right order. */
function distinct(releases: readonly IndexRelease[]): readonly IndexRelease[] {
  const all = new Map<string, IndexRelease>()
  for (const release of releases) {
    const key = `${release.name} ${release.version}`
    const other = all.get(key)
    if (other && other.digest !== release.digest)
      throw new ReleaseError('BUG_UNEXPECTED', `${key} is to be added as ${other.digest} and as ${release.digest}`)
    all.set(key, release)
  }
  return [...all.values()].sort((a, b) => Number(isNewer(b.version, a.version)) - Number(isNewer(a.version, b.version)))
}

function refuseOther(layout: IndexLayout, release: IndexRelease, entry: EntryLayout): void {
  const { digest } = indexedChart(layout, release, { entry, doubled: false })
  if (digest === release.digest) return
  const what = `${layout.file} holds ${release.name} ${release.version} with ${digest ?? 'no digest'}, and this run made ${release.digest}`
  throw new ReleaseError('CONFLICT_TAG_TAKEN', what, {
    hint: 'A published version is never overwritten: raise the version in Chart.yaml and run again.',
  })
}

function indexedChart(
  layout: IndexLayout,
  { name }: ChartRef,
  { entry, doubled }: { readonly entry: EntryLayout; readonly doubled: boolean },
): IndexedChart {
  const fields = readEntry(layout, name, entry)
  const annotations = isObject(fields.annotations) ? fields.annotations : {}
  const digest = /^(?:sha256:)?([0-9a-f]{64})$/.exec(text(fields.digest))?.[1]
  const [fingerprint, revision] = [text(annotations[FINGERPRINT]), text(annotations[REVISION])]
  const appVersion = text(fields.appVersion)
  const created = new Date(text(fields.created))
  return {
    ...(digest !== undefined && { digest: `sha256:${digest}` as const }),
    urls: (Array.isArray(fields.urls) ? fields.urls : []).map(text).filter((url) => url !== ''),
    ...(isShort(fingerprint) && { fingerprint }),
    ...(isShort(appVersion) && { appVersion }),
    ...(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision) && { revision }),
    ...(!Number.isNaN(created.getTime()) && { created }),
    doubled,
  }
}

function text(value: Json | undefined): string {
  // A version such as 1.10 without quotes is a number to YAML, and `1.1` to Helm.
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function isShort(value: string): boolean {
  return value.length > 0 && value.length <= 256 && !/\p{Cc}/u.test(value)
}
