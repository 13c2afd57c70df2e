import { posix } from 'node:path'
import { type ArchiveFile, unpack } from '../../chart/archive/archive.ts'
import { readExternalChartYaml } from '../../chart/manifest/chart-yaml.ts'
import { isWrittenAnew } from './written-by-helm.ts'

/** As deep as the reader of vendored charts goes. */
const MAX_DEPTH = 16

/**
 * The files of a chart as Helm puts them into a package: archives in `charts/` are unpacked, each chart there is in a folder of
 * its own name, and what is in `charts/` and is not a chart is left out. Of two files with one path the first counts.
 */
export function unfolded(files: readonly ArchiveFile[], depth = 0): ReadonlyMap<string, Uint8Array> {
  const own = files.filter(({ path }) => !path.startsWith('charts/') || path.endsWith('.prov'))
  const all = new Map(own.map(({ path, content }) => [path, content]))
  if (depth > MAX_DEPTH) return all
  for (const inside of chartsIn(files)) {
    for (const [path, content] of unfolded(inside, depth + 1)) {
      const at = `charts/${nameOf(inside)}/${path}`
      if (!all.has(at)) all.set(at, content)
    }
  }
  return all
}

/** The charts in `charts/`: folders with a Chart.yaml, and archives. */
function chartsIn(files: readonly ArchiveFile[]): readonly (readonly ArchiveFile[])[] {
  const below = files.flatMap(({ path, content }) => {
    const [, entry = '', rest] = /^charts\/([^_./][^/]*)(?:\/(.+))?$/s.exec(path) ?? []
    return entry === '' ? [] : [{ entry, rest, content }]
  })
  return [...Map.groupBy(below, ({ entry }) => entry)].flatMap(([entry, group]) => {
    const archive = group.find(({ rest }) => rest === undefined)
    if (archive) return entry.endsWith('.tgz') ? [unpack(archive.content).files] : []
    return [group.map(({ rest = '', content }) => ({ path: rest, content }))]
  })
}

function nameOf(files: readonly ArchiveFile[]): string {
  const chartYaml = files.find(({ path }) => path === 'Chart.yaml')
  return chartYaml ? readExternalChartYaml(textOf(chartYaml.content), 'Chart.yaml').name : ''
}

/**
 * Whether a file of a package says what git's says. Helm writes Chart.yaml and locks anew, and drops a byte order mark; a checkout
 * may change line ends, and puts the content of a file in LFS in the place of its pointer, which names its digest.
 */
export function saysTheSame(path: string, inGit: Uint8Array, packaged: Uint8Array, digest: (of: Uint8Array) => string) {
  if (Buffer.compare(inGit, packaged) === 0) return true
  const pointer = pointedTo(inGit)
  if (pointer !== undefined) return pointer === digest(packaged)
  const [one, other] = [plain(inGit), plain(packaged)]
  if (one.equals(other)) return true
  return isChartPart(path) && isWrittenAnew(posix.basename(path), one.toString(), other.toString())
}

/** Elsewhere a file of that name is a file like any other. */
function isChartPart(path: string): boolean {
  return /^(?:charts\/[^/]+\/)*[^/]+$/.test(path)
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
function pointedTo(content: Uint8Array): string | undefined {
  if (content.length > 1024) return undefined
  const text = Buffer.from(content).toString('latin1')
  if (!text.startsWith('version https://git-lfs.github.com/spec/')) return undefined
  return /^oid (sha256:[0-9a-f]{64})$/m.exec(text)?.[1]
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** Without a byte order mark and without carriage returns before line feeds. */
function plain(content: Uint8Array): Buffer {
  const bytes = Buffer.from(content)
  const text = (bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes).toString('latin1')
  return Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1')
}

function textOf(content: Uint8Array): string {
  return Buffer.from(content).toString()
}
