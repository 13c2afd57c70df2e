import { posix } from 'node:path'
import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { TreeEntry } from '../../ports/git.ts'
import { readChartYaml, readLock, readRequirements } from '../manifest/chart-yaml.ts'
import { type IgnoreRule, ignoringRule, readHelmIgnore } from './helmignore.ts'
import type { ChartSource, LocalDependency } from './source.ts'
import { standInFor, standInRefused } from './stand-in.ts'
import type { Tree } from './tree.ts'

const SMALL_FILES = ['Chart.yaml', 'Chart.lock', 'requirements.yaml', 'requirements.lock', '.helmignore'] as const

/** A chart whose dependencies have not been read yet. */
export interface ChartDraft extends Omit<ChartSource, 'files' | 'fingerprint' | 'local' | 'leftOut'> {
  local: readonly LocalDependency[]
  readonly ignored: (path: string, isFolder: boolean) => boolean
  readonly ignoredBy: (path: string, isFolder: boolean) => IgnoreRule | undefined
}

export interface SmallFile {
  readonly name: (typeof SMALL_FILES)[number]
  readonly entry: TreeEntry
}

/** The few files of a chart that planning reads. Fails with `CHART_LINK`. */
export function smallFiles(tree: Tree, folder: string): readonly SmallFile[] {
  return SMALL_FILES.flatMap((name) => {
    const entry = tree.entry(posix.join(folder, name))
    if (!entry) return []
    if (entry.mode.startsWith('100')) return [{ name, entry }]
    // A release never writes to .helmignore, so it may be a link, as in Helm.
    const end = name === '.helmignore' ? tree.follow(entry.path) : undefined
    if (!end) throw isLink(entry.path)
    return 'file' in end ? [{ name, entry: end.file }] : []
  })
}

export interface ChartTexts {
  readonly files: readonly SmallFile[]
  readonly blobs: ReadonlyMap<ObjectId, Uint8Array>
  readonly overlay: ReadonlyMap<string, string>
}

/** Reads a chart's small files. Fails with `CHART_*`, `LOCK_*`, `IGNORE_*` errors at file and line. */
export function draftChart(folder: string, { files, blobs, overlay }: ChartTexts): ChartDraft {
  const textOf = (name: SmallFile['name']) => {
    const entry = files.find((file) => file.name === name)?.entry
    return entry && (overlay.get(entry.path) ?? textIn(entry, blobs))
  }
  const chartFile = posix.join(folder, 'Chart.yaml')
  const text = textOf('Chart.yaml')
  if (text === undefined) {
    throw new ReleaseError('CHART_YAML_MISSING', `${chartFile} does not exist in this commit.`, {
      at: { file: chartFile },
    })
  }
  const manifest = readChartYaml(text, chartFile)
  const old = manifest.apiVersion === 'v1'
  const requirementsFile = posix.join(folder, 'requirements.yaml')
  const requirements = old ? textOf('requirements.yaml') : undefined
  const lockName = old ? 'requirements.lock' : 'Chart.lock'
  const lock = textOf(lockName)
  const ignoreFile = posix.join(folder, '.helmignore')
  const ignoreText = textOf('.helmignore') ?? ''
  return {
    path: folder,
    manifest,
    dependencies: requirements === undefined ? manifest.dependencies : readRequirements(requirements, requirementsFile),
    dependencyFile:
      requirements === undefined ? { file: chartFile, text } : { file: requirementsFile, text: requirements },
    ...(lock !== undefined && { lock: readLock(lock, posix.join(folder, lockName)) }),
    ignored: readHelmIgnore(ignoreText, ignoreFile),
    ignoredBy: (inside, isFolder) => ignoringRule(ignoreText, ignoreFile, inside, isFolder),
    local: [],
  }
}

const PLAIN_HINT = 'Planning reads this file from git itself: commit its content, without a filter in .gitattributes.'

function textIn(entry: TreeEntry, blobs: ReadonlyMap<ObjectId, Uint8Array>): string {
  const blob = blobs.get(entry.object)
  const standIn = blob && standInFor(blob)
  if (standIn) throw standInRefused(entry.path, { ...standIn, hint: PLAIN_HINT })
  if (blob) return Buffer.from(blob).toString()
  throw new ReleaseError('CHART_FILE_TOO_LARGE', `${entry.path} is too large to be read, and for Helm.`, {
    hint: 'This file is read by Helm itself: make it smaller.',
    at: { file: entry.path },
  })
}

function isLink(file: string): ReleaseError {
  return new ReleaseError('CHART_LINK', `${file} is a link or a submodule; a release can't change it through that.`, {
    hint: 'Put the file itself there.',
    at: { file },
  })
}
