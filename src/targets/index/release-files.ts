import { archiveNames, type ChartRef, type PackagedChart } from '../../model/chart.ts'

export { archiveNames }

/** Contents by name of file, without folder. */
export type NamedFiles = ReadonlyMap<string, Uint8Array>

export const MAX_ARCHIVE_BYTES = 100 * 1024 * 1024

/** The files that a packaged chart brings itself; its signature comes later. */
export function filesOf(chart: PackagedChart): NamedFiles {
  const { archive, provenance } = archiveNames(chart)
  const text = chart.provenance?.text
  return new Map([[archive, chart.archive], ...(text ? [[provenance, text] as const] : [])])
}

/** What consumers give to `helm pull --verify --keyring`. */
export const KEYRING = 'pubkey.gpg'

/** The key that verifies provenance files, for every Helm: those before 4.3 take the binary form only. */
export function keyFilesOf({ provenance }: PackagedChart): NamedFiles {
  const key = provenance?.publicKey
  if (!key) return new Map()
  return new Map([
    [KEYRING, key.binary],
    ['pubkey.asc', Buffer.from(key.armored)],
  ])
}

/** One name for a version, in maps. */
export function keyOf({ name, version }: ChartRef): string {
  return `${name} ${version}`
}
