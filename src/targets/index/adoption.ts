import type { ChartRef, Digest } from '../../model/chart.ts'
import { isObject } from '../../model/json.ts'
import type { AdoptionRecord, StagedArtifact } from '../../model/target.ts'
import type { FilesBeside } from './beside.ts'
import { isReplaceable, notOurs } from './occupied.ts'
import { archiveNames } from './release-files.ts'

/** Far over what we write. */
const MAX_RECORD_BYTES = 8 * 1024
const MAX_TEXT = 256

/** The record of an adoption, beside the archive and its signature. */
function adoptionFile(ref: ChartRef): string {
  return `${archiveNames(ref).archive}.release-charts.json`
}

/** What runs recorded of an archive that another tool published; a record of other bytes does not count. */
export async function adoptionsOf(
  store: FilesBeside,
  ref: ChartRef,
  digest: Digest,
): Promise<readonly AdoptionRecord[]> {
  const read = store.readListed ?? store.read
  const bytes = await read(ref, adoptionFile(ref))
  const record = bytes && readAdoption(bytes, digest)
  return record ? [record] : []
}

/** Stages the record; what somebody else put under its name stays. Fails with `PATH_OCCUPIED`. */
export async function storeAdoption(
  store: FilesBeside,
  { ref, digest, repository }: StagedArtifact,
  record: AdoptionRecord,
): Promise<void> {
  const file = adoptionFile(ref)
  const bytes = writeAdoption(record, digest)
  const there = await store.read(ref, file)
  if (there && !isReplaceable(there, bytes)) throw notOurs(`${repository}/${file}`, store.removal(file, ref))
  if (!there || !Buffer.from(there).equals(bytes)) await store.stage(ref, new Map([[file, bytes]]))
}

/** The archive's digest comes last: files beside an archive are known by it (`isReplaceable`). */
function writeAdoption({ fingerprint, appVersion, revision }: AdoptionRecord, digest: Digest): Uint8Array {
  const record = { schema: 1, fingerprint, ...(appVersion !== undefined && { appVersion }), revision, archive: digest }
  return Buffer.from(`${JSON.stringify(record, null, 2)}\n`)
}

/** Text from outside: only an exact record of this archive counts. */
function readAdoption(bytes: Uint8Array, digest: Digest): AdoptionRecord | undefined {
  if (bytes.length > MAX_RECORD_BYTES) return undefined
  const { schema, fingerprint, appVersion, revision, archive } = fieldsIn(bytes)
  if (schema !== 1 || archive !== digest) return undefined
  if (!isShort(fingerprint)) return undefined
  if (typeof revision !== 'string' || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) return undefined
  if (appVersion === undefined) return { fingerprint, revision }
  return isShort(appVersion) ? { fingerprint, revision, appVersion } : undefined
}

function isShort(text: unknown): text is string {
  return typeof text === 'string' && text.length > 0 && text.length <= MAX_TEXT
}

function fieldsIn(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(Buffer.from(bytes).toString())
    return isObject(content) ? content : {}
  } catch {
    return {}
  }
}
