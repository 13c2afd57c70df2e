import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ChartRef } from '../../src/model/chart.ts'
import type { StagedArtifact } from '../../src/model/target.ts'
import { openTarget } from '../../src/targets/registry.ts'
import { aTargetContext } from '../support/registry/context.ts'
import type { TargetHarness, TargetUnderContract, Trouble } from './harness.ts'

/** The folder of the index, from the workspace, and how an address names it. */
const FLAVOURS: Readonly<Record<string, (workspace: string) => { readonly folder: string; readonly address: string }>> =
  {
    'below the workspace, not there yet': (workspace) => ({
      folder: join(workspace, 'public/charts'),
      address: 'dir:public/charts',
    }),
    'anywhere on the machine, with a web address': (workspace) => ({
      folder: anotherFolder(workspace),
      address: `dir:${anotherFolder(workspace)}?url=https://charts.example.com/stable/`,
    }),
  }

export const directoryUnderContract: readonly TargetUnderContract[] = Object.entries(FLAVOURS).map(
  ([flavour, placeIn]) => ({
    scheme: 'dir:',
    flavour,
    isLocked: true,
    // A share that answers nonsense (something else is mounted there), and a file that was cut short.
    troubles: ['broken', 'truncated'],
    start: async () => startHarness(placeIn),
  }),
)

function anotherFolder(workspace: string): string {
  return join(`${workspace}-share`, 'charts')
}

function startHarness(placeIn: (typeof FLAVOURS)[string]): TargetHarness {
  const root = mkdtempSync(join(tmpdir(), 'directory-'))
  const workspace = join(root, 'work')
  mkdirSync(workspace)
  const { folder, address } = placeIn(workspace)
  if (!folder.startsWith(`${workspace}/`)) mkdirSync(folder, { recursive: true })
  const index = join(folder, 'index.yaml')
  const away = join(root, 'away')
  let whole: Buffer | undefined

  const faults: Partial<Readonly<Record<Trouble, () => void>>> = {
    broken() {
      if (existsSync(folder)) renameSync(folder, away)
      else mkdirSync(join(folder, '..'), { recursive: true })
      writeFileSync(folder, 'no folder')
    },
    truncated() {
      whole = readFileSync(index)
      truncateSync(index, whole.length - 20)
    },
  }

  function mend(): void {
    if (whole) writeFileSync(index, whole)
    whole = undefined
    if (readsAsFile(folder)) rmSync(folder)
    if (existsSync(away)) renameSync(away, folder)
  }

  return {
    open: (steps = {}) => openTarget(address, aTargetContext({ ...steps, workspace })),
    isVisible: (ref) => versionsIn(index, ref.name).includes(ref.version),
    trouble: (kind) => (kind === undefined ? mend() : faults[kind]?.()),
    swapArchive: (artifact) => writeFileSync(fileOf(folder, artifact, ''), 'something else'),
    stripSignatures: (artifact) => rmSync(fileOf(folder, artifact, '.sigstore.json')),
    beside: {
      list: () => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => !name.startsWith('.')),
      read: (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : undefined),
      write(file, content) {
        mkdirSync(folder, { recursive: true })
        if (content) writeFileSync(join(folder, file), content)
        else rmSync(join(folder, file))
      },
    },
    stop: async () => rmSync(root, { recursive: true, force: true }),
  }
}

function readsAsFile(path: string): boolean {
  try {
    return readFileSync(path).length > 0
  } catch {
    return false
  }
}

/** Where a file of a version lies: beside the index, or still staged. */
function fileOf(folder: string, { ref }: Pick<StagedArtifact, 'ref'>, ending: string): string {
  const name = `${ref.name}-${ref.version}.tgz${ending}`
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const found = all.filter((path) => path === name || path.endsWith(`/${name}`)).sort((a, b) => a.length - b.length)[0]
  return join(folder, found ?? name)
}

/** As a consumer reads it, without any code of the target. */
function versionsIn(index: string, name: string): readonly string[] {
  if (!existsSync(index)) return []
  const { entries } = parse(readFileSync(index, 'utf8')) as {
    readonly entries: Readonly<Record<string, readonly Pick<ChartRef, 'version'>[]>>
  }
  return (entries[name] ?? []).map(({ version }) => version)
}
