import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { loadChart } from '../../../src/bump/auto/chart/load.ts'
import { type ChartSide, chartSide } from '../../../src/bump/auto/side.ts'
import type { ArchiveFile } from '../../../src/chart/archive/archive.ts'
import { readHelmIgnore } from '../../../src/chart/source/helmignore.ts'

/** A real history of charts. */
export interface History {
  /** A chart as a commit holds it, with the charts of the same commit that it depends on by `file://`. */
  side(commit: string, folder: string): ChartSide
  remove(): void
}

const MAX_DEPTH = 5

export function openHistory(bundle: string): History {
  const root = mkdtempSync(join(tmpdir(), 'history-'))
  execFileSync('git', ['clone', '--quiet', '--bare', bundle, root], { stdio: 'pipe' })
  const git = (args: readonly string[], input?: string) =>
    execFileSync('git', ['-C', root, ...args], { maxBuffer: 1 << 28, ...(input !== undefined && { input }) })
  const files = (commit: string, folder: string) => filesOf(git, commit, folder)
  return {
    side: (commit, folder) => chartSide(withDependencies((path) => files(commit, path), folder, 0)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

type Git = (args: readonly string[], input?: string) => Buffer

function filesOf(git: Git, commit: string, folder: string): readonly ArchiveFile[] {
  const listed = git(['ls-tree', '-r', '-z', `${commit}:${folder}`])
    .toString()
    .split('\0')
    .filter(Boolean)
  const entries = listed.flatMap((line) => {
    const [, mode = '', object = '', path = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? []
    return mode === '160000' ? [] : [{ mode, object, path }]
  })
  // Links are followed by git itself, within the commit.
  const wanted = entries.map(({ mode, object, path }) =>
    mode === '120000' ? `${commit}:${posix.join(folder, path)}` : object,
  )
  const output = git(['cat-file', '--batch', '--follow-symlinks'], `${wanted.join('\n')}\n`)
  const contents = batch(output, wanted.length)
  const all = entries.flatMap(({ path }, index) => {
    const content = contents[index]
    return content ? [{ path, content }] : []
  })
  const ignore = all.find(({ path }) => path === '.helmignore')
  const ignored = readHelmIgnore(ignore ? Buffer.from(ignore.content).toString() : '', '.helmignore')
  return all.filter(({ path }) => {
    const parts = path.split('/')
    return !ignored(path, false) && !parts.slice(1).some((_, at) => ignored(parts.slice(0, at + 1).join('/'), true))
  })
}

/** What `git cat-file --batch` says: for each object a line with its size, then its bytes; other lines for what is not there. */
function batch(output: Buffer, count: number): readonly (Uint8Array | undefined)[] {
  const found: (Uint8Array | undefined)[] = []
  let at = 0
  while (found.length < count && at < output.length) {
    const end = output.indexOf(10, at)
    const line = output.toString('utf8', at, end)
    const [, kind, size] = /^\S+ (blob|tree) (\d+)$/.exec(line) ?? []
    const odd = /^(?:dangling|loop|notdir|symlink) (\d+)$/.exec(line)
    const length = Number(size ?? odd?.[1] ?? -1)
    found.push(kind === 'blob' ? output.subarray(end + 1, end + 1 + length) : undefined)
    at = length < 0 ? end + 1 : end + 2 + length
  }
  return found
}

/** As `helm dependency build` does it, for what the repository holds itself. */
function withDependencies(
  read: (folder: string) => readonly ArchiveFile[],
  folder: string,
  depth: number,
): readonly ArchiveFile[] {
  const own = read(folder)
  if (depth > MAX_DEPTH) return own
  const { dependencies } = loadChart(chartSide(own))
  const local = dependencies.filter(({ repository, chart }) => repository.startsWith('file://') && !chart)
  return [
    ...own,
    ...local.flatMap(({ name, repository }) =>
      withDependencies(read, posix.join(folder, repository.slice('file://'.length)), depth + 1).map(
        ({ path, content }) => ({
          path: `charts/${name}/${path}`,
          content,
        }),
      ),
    ),
  ]
}
