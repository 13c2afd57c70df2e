import { posix } from 'node:path'
import { type ArchiveFile, type ArchiveLimits, HELM_LIMITS, unpack } from '../../chart/archive/archive.ts'
import { ReleaseError } from '../../model/errors.ts'

/**
 * A chart as Helm packages it: path from the chart's folder (`values.yaml`, `charts/x/Chart.yaml`, …) to bytes. Archives
 * of subcharts are unpacked into `charts/<name>/…`.
 */
export interface ChartSide {
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Limit for everything that the subcharts of a chart unpack to, however deep. */
const LIMITS: ArchiveLimits = { ...HELM_LIMITS }
/** Charts may be nested this deep. */
const MAX_DEPTH = 8
const ARCHIVE = /^(?:charts\/[^/]+\/)*charts\/[^/]+\.tgz$/

interface Room {
  bytes: number
  files: number
}

/**
 * One side of a comparison, from a chart's files. An archive in `charts/` that can't be read, or exceeds the limits,
 * stays one file.
 */
export function chartSide(files: Iterable<ArchiveFile>): ChartSide {
  const unpacked = new Map<string, Uint8Array>()
  add(unpacked, files, { bytes: LIMITS.totalBytes, files: LIMITS.entries }, 0)
  return { files: unpacked }
}

/** One side of a comparison, from a packaged chart. Fails as `readArchive`. */
export function packagedSide(tgz: Uint8Array): ChartSide {
  return chartSide(unpack(tgz).files)
}

function add(to: Map<string, Uint8Array>, files: Iterable<ArchiveFile>, room: Room, depth: number): void {
  for (const { path, content } of files) {
    const inside = ARCHIVE.test(path) && depth < MAX_DEPTH ? insideOf(path, content, room) : undefined
    // A folder wins over an archive of the same chart, as it is in the repository.
    if (!inside) to.set(path, content)
    else
      add(
        to,
        inside.filter((file) => !to.has(file.path)),
        room,
        depth + 1,
      )
  }
}

function insideOf(path: string, content: Uint8Array, room: Room): readonly ArchiveFile[] | undefined {
  if (room.bytes <= 0 || room.files <= 0) return undefined
  try {
    const limits = { ...LIMITS, totalBytes: room.bytes, entries: room.files }
    const { root, files } = unpack(content, limits)
    room.files -= files.length
    room.bytes -= files.reduce((sum, file) => sum + file.content.length, 0)
    const folder = posix.join(posix.dirname(path), root)
    return files.map((file) => ({ path: `${folder}/${file.path}`, content: file.content }))
  } catch (error) {
    if (error instanceof ReleaseError) return undefined
    throw error
  }
}
