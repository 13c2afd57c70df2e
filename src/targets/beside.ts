import { createHash } from 'node:crypto'
import type { ChartRef, Digest, PackagedChart } from '../model/chart.ts'

/** Contents by name of file, without folder. */
export type NamedFiles = ReadonlyMap<string, Uint8Array>

/** What stands beside an index for one version of a chart; Helm and cosign find the others by the archive's name. */
export interface ReleaseNames {
  readonly archive: string
  readonly provenance: string
  readonly signature: string
}

export const MAX_ARCHIVE_BYTES = 100 * 1024 * 1024

export function namesOf({ name, version }: ChartRef): ReleaseNames {
  const archive = `${name}-${version}.tgz`
  return { archive, provenance: `${archive}.prov`, signature: `${archive}.sigstore.json` }
}

/** The files that a packaged chart brings itself; its signature comes later. */
export function filesOf(chart: PackagedChart): NamedFiles {
  const { archive, provenance } = namesOf(chart)
  const text = chart.provenance?.text
  return new Map([[archive, chart.archive], ...(text ? [[provenance, text] as const] : [])])
}

/** The key that verifies provenance files, for every Helm: those before 4.3 take the binary form only. */
export function keyFilesOf({ provenance }: PackagedChart): NamedFiles {
  const key = provenance?.publicKey
  if (!key) return new Map()
  return new Map([
    ['pubkey.gpg', key.binary],
    ['pubkey.asc', Buffer.from(key.armored)],
  ])
}

export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** One name for a version, in maps. */
export function keyOf({ name, version }: ChartRef): string {
  return `${name} ${version}`
}
