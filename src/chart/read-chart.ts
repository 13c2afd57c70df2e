import { posix } from 'node:path'
import type { ObjectId } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { TreeEntry } from '../platform/platform.ts'
import { readChartYaml, readLock, readRequirements } from './chart-yaml.ts'
import { readHelmIgnore } from './helmignore.ts'
import type { ChartSource, LocalDependency } from './source.ts'
import type { Tree } from './tree.ts'

const SMALL_FILES = ['Chart.yaml', 'Chart.lock', 'requirements.yaml', 'requirements.lock', '.helmignore'] as const

/** A chart whose dependencies are not looked at yet. */
export interface ChartDraft extends Omit<ChartSource, 'files' | 'fingerprint' | 'local'> {
  local: readonly LocalDependency[]
  readonly ignored: (path: string, isFolder: boolean) => boolean
}

/** The few files of a chart that planning reads. */
export function smallFiles(tree: Tree, folder: string): readonly TreeEntry[] {
  return SMALL_FILES.flatMap((name) => {
    const entry = tree.entry(posix.join(folder, name))
    return entry?.mode.startsWith('100') ? [entry] : []
  })
}

export interface ChartTexts {
  readonly tree: Tree
  readonly blobs: ReadonlyMap<ObjectId, Uint8Array>
  readonly overlay: ReadonlyMap<string, string>
}

/** Reads a chart's small files. Fails with `CHART_*`, `LOCK_*`, `IGNORE_*` errors at file and line. */
export function draftChart(folder: string, { tree, blobs, overlay }: ChartTexts): ChartDraft {
  const found = new Map(smallFiles(tree, folder).map((entry) => [posix.basename(entry.path), entry]))
  const textOf = (name: (typeof SMALL_FILES)[number]) => {
    const entry = found.get(name)
    return entry && (overlay.get(entry.path) ?? Buffer.from(blobs.get(entry.object) ?? []).toString())
  }
  const chartFile = posix.join(folder, 'Chart.yaml')
  const text = textOf('Chart.yaml')
  if (text === undefined) throw noChart(tree, chartFile)
  const manifest = readChartYaml(text, chartFile)
  const old = manifest.apiVersion === 'v1'
  const requirementsFile = posix.join(folder, 'requirements.yaml')
  const requirements = old ? textOf('requirements.yaml') : undefined
  const lockName = old ? 'requirements.lock' : 'Chart.lock'
  const lock = textOf(lockName)
  const ignoreFile = posix.join(folder, '.helmignore')
  return {
    path: folder,
    manifest,
    dependencies: requirements === undefined ? manifest.dependencies : readRequirements(requirements, requirementsFile),
    dependencyFile:
      requirements === undefined ? { file: chartFile, text } : { file: requirementsFile, text: requirements },
    ...(lock !== undefined && { lock: readLock(lock, posix.join(folder, lockName)) }),
    ignored: readHelmIgnore(textOf('.helmignore') ?? '', ignoreFile),
    local: [],
  }
}

function noChart(tree: Tree, file: string): ReleaseError {
  const isLink = tree.entry(file) !== undefined
  return isLink
    ? new ReleaseError('CHART_LINK', `${file} is a link; a version can't be bumped through it.`, {
        hint: 'Put the file itself there.',
        at: { file },
      })
    : new ReleaseError('CHART_YAML_MISSING', `${file} does not exist in this commit.`, { at: { file } })
}
