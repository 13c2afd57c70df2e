import { Buffer } from 'node:buffer'
import type { ChartRef, Digest, ObjectId } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import { isObject, type Json } from '../model/json.ts'
import { timeText } from '../model/text.ts'
import type { EntryLayout, IndexLayout } from './read/layout.ts'
import { requireLoadable } from './read/loadable.ts'
import { isNewer } from './read/order.ts'
import { readEntry } from './read/read-entry.ts'
import { scanIndex } from './read/scan.ts'
import { type IndexWarning, indexWarnings } from './read/warnings.ts'
import type { Source } from './scan/source.ts'
import { checkWritten } from './write/check.ts'
import { additionsOf, FINGERPRINT, type IndexRelease, REVISION } from './write/release.ts'
import { requireRoom, splicesFor } from './write/release-splices.ts'
import { spliced } from './write/splices.ts'

/** A version in an index. Texts come from outside; only their form is checked. */
export interface IndexedChart {
  /** Of the archive; absent if it is missing or not a SHA-256. */
  readonly digest?: Digest
  readonly urls: readonly string[]
  readonly fingerprint?: string
  readonly appVersion?: string
  readonly revision?: ObjectId
  readonly created?: Date
  /** Whether the index has this version more than once; this is the first. */
  readonly isDuplicate: boolean
}

/** An index that was read. */
export interface IndexFile {
  readonly bytes: Uint8Array
  /** Warnings for its owner. */
  readonly warnings: readonly IndexWarning[]
  /** The charts that it has a key for, in its order. */
  readonly names: readonly string[]
  /** Exactly this version; `undefined` if it is absent. Fails with `INDEX_NOT_UNDERSTOOD`. */
  find(ref: ChartRef): IndexedChart | undefined
  /** All versions under a chart's name, in the order of the index. */
  versions(name: string): readonly string[]
  /**
   * The index with these releases added: nothing else changes but the time at `generated`. Releases that are there with
   * the same digest are left alone; if all are, the index itself is returned. Fails with `CONFLICT_TAG_TAKEN` if a
   * version has another digest, and as `readIndex`.
   */
  add(releases: readonly IndexRelease[], generated: Date): IndexFile
  /**
   * Checks that a version of this chart could be added to the index as it is written, without adding one. Fails with
   * `INDEX_NOT_UNDERSTOOD`.
   */
  requireRoom(name: string): void
}

/** How to treat an index that Helm can't load. */
export type Unloadable = 'refuse' | 'allow'

/**
 * Reads the index of a target: 20 ms for 4 MB. Fails with `INDEX_INVALID` if it is damaged, with `INDEX_NOT_LOADABLE`
 * if Helm can't load it, and with `INDEX_NOT_UNDERSTOOD` if its form is too unusual to be read safely, all with line
 * and column.
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

/** `known` is the layout if it was found already. An index that was just written is scanned again on first use. */
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
    get warnings() {
      return indexWarnings(layout())
    },
    get names() {
      return [...layout().charts.keys()]
    },
    find(ref) {
      const [first, ...others] = found(ref)
      return first && indexedChart(layout(), ref, { entry: first, isDuplicate: others.length > 0 })
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

/** Newest first, so that releases inserted at one place are in the right order. */
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
  const { digest } = indexedChart(layout, release, { entry, isDuplicate: false })
  if (digest === release.digest) return
  const what = `${layout.file} holds ${release.name} ${release.version} with ${digest ?? 'no digest'}, and this run made ${release.digest}`
  throw new ReleaseError('CONFLICT_TAG_TAKEN', what, {
    hint: 'A published version is never overwritten: raise the version in Chart.yaml and run again.',
  })
}

function indexedChart(
  layout: IndexLayout,
  { name }: ChartRef,
  { entry, isDuplicate }: { readonly entry: EntryLayout; readonly isDuplicate: boolean },
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
    isDuplicate,
  }
}

function text(value: Json | undefined): string {
  // A version such as 1.10 without quotes is a number in YAML, and `1.1` to Helm.
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function isShort(value: string): boolean {
  return value.length > 0 && value.length <= 256 && !/\p{Cc}/u.test(value)
}
