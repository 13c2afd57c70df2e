import { posix } from 'node:path'
import { nameProblem } from '../../chart/manifest/name.ts'
import { parseVersion } from '../../chart/manifest/version.ts'
import { isObject } from '../../model/json.ts'
import type { RecordedRelease } from '../../plan/published/half-released.ts'

const SCHEMA = 1
/** The file of a record's commit that lists its releases; the texts laid over them are below `OVERLAY`. */
export const RELEASES_FILE = 'releases.json'
export const OVERLAY = 'overlay/'
/** Far over what one run releases. */
const MAX_RELEASES = 5_000
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** The files of a record; releases of one run share what was laid over the commits' own files. */
export function recordFiles(releases: readonly RecordedRelease[]): ReadonlyMap<string, Uint8Array> {
  const listed = releases.map(({ overlay: _, ...release }) => release)
  const json = `${JSON.stringify({ schema: SCHEMA, releases: listed }, null, 2)}\n`
  const overlays = releases.flatMap(({ overlay }) => [...overlay])
  return new Map([
    [RELEASES_FILE, Buffer.from(json)],
    ...overlays.map(([path, text]) => [`${OVERLAY}${path}`, Buffer.from(text)] as const),
  ])
}

/**
 * The releases of a record, as far as they have the form that `recordFiles` gives them. Everybody who may push can write
 * one, so nothing else in it is believed.
 */
export function readRecord(
  json: Uint8Array | undefined,
  overlay: RecordedRelease['overlay'],
): readonly RecordedRelease[] {
  const data = parsed(json)
  if (!isObject(data) || data.schema !== SCHEMA || !Array.isArray(data.releases)) return []
  if (data.releases.length > MAX_RELEASES || ![...overlay.keys()].every(isInside)) return []
  return data.releases.flatMap((each: unknown) => releaseIn(each, overlay) ?? [])
}

function releaseIn(data: unknown, overlay: RecordedRelease['overlay']): RecordedRelease | undefined {
  if (!isObject(data)) return undefined
  const { name, version, path, folders, commit, fingerprint, tag, targets } = data
  if (typeof name !== 'string' || nameProblem(name) !== undefined) return undefined
  if (typeof version !== 'string' || parseVersion(version) === undefined) return undefined
  if (typeof path !== 'string' || typeof fingerprint !== 'string') return undefined
  if (typeof commit !== 'string' || !COMMIT.test(commit)) return undefined
  if (!areTexts(folders) || !areTexts(targets) || ![path, ...folders].every(isInside)) return undefined
  if (tag !== undefined && typeof tag !== 'string') return undefined
  const ref = { name, version, path, folders, commit, fingerprint, targets, overlay }
  return tag === undefined ? ref : { ...ref, tag }
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

/** A path in the repository, as git writes it. */
function isInside(path: string): boolean {
  return posix.normalize(path) === path && !/^(?:\/|\.\.(?:\/|$))/.test(path)
}

function parsed(json: Uint8Array | undefined): unknown {
  try {
    return json && JSON.parse(Buffer.from(json).toString())
  } catch {
    return undefined
  }
}
