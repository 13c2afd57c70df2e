import { ReleaseError } from '../../model/errors.ts'
import { compareBytes } from '../yaml/go-json.ts'
import { gunzip, gzip } from './gzip.ts'
import { invalid, quotedPath, readTar, type TarFile, tooLarge } from './tar-read.ts'
import { writeTar } from './tar-write.ts'

/** One file of a packaged chart. */
export interface ArchiveFile {
  /** From the chart's folder, e.g. `templates/service.yaml`. */
  readonly path: string
  readonly content: Uint8Array
}

export interface ArchiveLimits {
  /** For all files together. */
  readonly totalBytes: number
  readonly fileBytes: number
  /** Headers in the tar. */
  readonly entries: number
}

/** Helm's loader limits: 100 MiB in total, and 5 MiB per file in every Helm before 4.3. */
export const HELM_LIMITS: ArchiveLimits = {
  totalBytes: 100 * 1024 * 1024,
  fileBytes: 5 * 1024 * 1024,
  entries: 20_000,
}

const TWO_COPIES =
  'The chart is in `charts/` twice, as folder and archive or beside the one of this repository: keep one.'
const MAX_PATH_LENGTH = 1024
/** Helm's order; all other files follow by path. */
const FIRST = ['Chart.yaml', 'Chart.lock', 'values.yaml', 'values.schema.json']

/**
 * The files of a packaged chart, without its one top folder, in the order of the archive. A path that occurs twice with
 * the same content is returned once. Fails with `ARCHIVE_INVALID` (not a gzipped tar, damaged, links or devices, paths
 * that lead out, two contents for one path, no single top folder), `ARCHIVE_TOO_LARGE` and `ARCHIVE_FILE_TOO_LARGE`.
 */
export function readArchive(tgz: Uint8Array, limits: ArchiveLimits = HELM_LIMITS): readonly ArchiveFile[] {
  return unpack(tgz, limits).files
}

/** Like `readArchive`, with the name of the top folder. */
export function unpack(tgz: Uint8Array, limits: ArchiveLimits = HELM_LIMITS) {
  // Besides its bytes each file has a header of one block, padding of at most one, and rarely a PAX header of two.
  const tar = gunzip(tgz, limits.totalBytes + limits.entries * 2048)
  const found = readTar(tar, limits)
  const total = found.reduce((sum, file) => sum + file.content.length, 0)
  if (total > limits.totalBytes) throw tooLarge(`${total} bytes`)
  const [first] = found
  if (!first) throw invalid('holds no files')
  const root = first.path.split('/')[0] ?? ''
  return { root, files: refuseClashes(found.map((file) => belowRoot(file, root))) }
}

/**
 * A gzipped tar whose bytes depend only on the arguments, not on machine, Helm version, order or time of the run. Paths
 * must be unique; `root` becomes the top folder, and every file gets the time `mtime` (whole seconds).
 */
export function writeArchive(root: string, files: readonly ArchiveFile[], mtime: Date): Uint8Array {
  const sorted = [...files].sort((a, b) => rank(a.path) - rank(b.path) || compareBytes(a.path, b.path))
  const entries = sorted.map(({ path, content }) => ({ path: `${root}/${path}`, content }))
  // The same checks as for archives from outside: an archive that could not be read is never written.
  refuseClashes(entries.map((entry) => belowRoot(entry, root)))
  return gzip(writeTar(entries, mtime))
}

/**
 * How two packaged charts differ, file by file, in words; empty if they have the same content. Times, order, modes and
 * duplicate entries don't count, nor do differences in a file that `saysTheSame` accepts. Fails as `readArchive`.
 */
export function compareArchives(
  a: Uint8Array,
  b: Uint8Array,
  saysTheSame: (path: string, a: Uint8Array, b: Uint8Array) => boolean = () => false,
): readonly string[] {
  const [one, other] = [unpack(a), unpack(b)]
  const folder =
    one.root === other.root
      ? []
      : [`the folder is ${quotedPath(one.root)} in one, ${quotedPath(other.root)} in the other`]
  const others = new Map(other.files.map((file) => [file.path, file.content]))
  const changed = one.files.flatMap(({ path, content }) => {
    const same = others.get(path)
    others.delete(path)
    if (!same) return [`${quotedPath(path)} (${content.length} bytes) is only in the first`]
    if (Buffer.compare(content, same) === 0 || saysTheSame(path, content, same)) return []
    return [`${quotedPath(path)} differs (${content.length} and ${same.length} bytes)`]
  })
  const added = [...others].map(
    ([path, content]) => `${quotedPath(path)} (${content.length} bytes) is only in the second`,
  )
  return [...folder, ...[...changed, ...added].sort(compareBytes)]
}

function rank(path: string): number {
  const index = FIRST.indexOf(path)
  return index < 0 ? FIRST.length : index
}

function belowRoot({ path, content }: TarFile, root: string): ArchiveFile {
  const parts = path.split('/')
  // On Windows, Helm also reads a backslash and a drive letter as parts of a path.
  const leadsOut =
    path.startsWith('/') || /[\\]|^[a-z]:/i.test(path) || parts.some((part) => ['', '.', '..'].includes(part))
  if (leadsOut || path.length > MAX_PATH_LENGTH) throw invalid(`holds the path ${quotedPath(path)}`)
  if (/[\p{Cc}\p{Cs}]/u.test(path)) throw invalid(`holds a path with a control character: ${quotedPath(path)}`)
  if (parts.length < 2 || parts[0] !== root) throw invalid(`holds ${quotedPath(path)} outside of one top folder`)
  return { path: parts.slice(1).join('/'), content }
}

function refuseClashes(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const kept = new Map<string, ArchiveFile>()
  for (const file of files) {
    const before = kept.get(file.path)
    if (before && Buffer.compare(before.content, file.content) !== 0) {
      throw new ReleaseError(
        'ARCHIVE_INVALID',
        `The archive holds ${quotedPath(file.path)} twice, with different content`,
        {
          ...(file.path.startsWith('charts/') && { hint: TWO_COPIES }),
        },
      )
    }
    if (!before) kept.set(file.path, file)
  }
  const folders = new Set([...kept.keys()].flatMap(foldersOf))
  const both = [...kept.keys()].find((path) => folders.has(path))
  if (both !== undefined) throw invalid(`holds ${quotedPath(both)} both as file and as folder`)
  return [...kept.values()]
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}
