// How a program of a Go module is built into a folder.
import { execFile } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

export interface Tool {
  readonly module: string
  /** The package of the program, from the module; a program of ours on top of the module is in `go/` beside this. */
  readonly program: string
  readonly version: string
  /**
   * - `dependency`: its go.mod replaces modules, which `go install` refuses, so it is built as a dependency of a module that is
   *   thrown away and replaces the same.
   * - `own`: a program of ours.
   */
  readonly as?: 'dependency' | 'own'
  /** Build tags. */
  readonly tags?: string
  /** Has parts in C. */
  readonly cgo?: boolean
  /** Folders of its module that it reads when it runs; they are copied beside it. */
  readonly folders?: readonly string[]
  /** Takes many minutes to build, so it is only built when it is asked for. */
  readonly slow?: boolean
}

/** Where a program of ours is. */
export function sourceOf({ program }: Tool): string {
  return join(import.meta.dirname, 'go', program)
}

export async function buildTool(tool: Tool, name: string, aside: string): Promise<void> {
  const file = join(aside, name)
  if (tool.as === 'dependency') await buildAsDependency(tool, file)
  else if (tool.as === 'own') await go(tool, ['build', '-trimpath', '-o', file, '.'], { cwd: sourceOf(tool) })
  else {
    const program = `${join(tool.module, tool.program)}@${tool.version}`
    await go(tool, ['install', '-trimpath', program], { env: { GOBIN: aside } })
    const [built = ''] = readdirSync(aside)
    renameSync(join(aside, built), file)
  }
}

async function buildAsDependency(tool: Tool, file: string): Promise<void> {
  const { module, program, version, tags, folders = [] } = tool
  const cwd = mkdtempSync(join(tmpdir(), 'go-module-'))
  const here = (...args: readonly string[]) => go(tool, args, { cwd })
  try {
    const { Dir, GoMod } = JSON.parse(await here('mod', 'download', '-json', `${module}@${version}`))
    await here('mod', 'init', 'thrown.away')
    const replaced = replacements(JSON.parse(await here('mod', 'edit', '-json', GoMod)))
    if (replaced.length > 0) await here('mod', 'edit', ...replaced)
    await here('get', `${module}@${version}`)
    const tagged = tags === undefined ? [] : ['-tags', tags]
    await here('build', '-mod=mod', '-trimpath', ...tagged, '-o', file, join(module, program))
    for (const folder of folders) copyWritable(join(Dir, folder), join(dirname(file), folder))
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

/** What lies in the cache of modules may not be written, and so not be deleted either. */
function copyWritable(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
  for (const { parentPath, name } of [...readdirSync(to, { recursive: true, withFileTypes: true })])
    chmodSync(join(parentPath, name), 0o755)
  chmodSync(to, 0o755)
}

interface GoMod {
  readonly Replace?: readonly { readonly Old: ModuleVersion; readonly New: ModuleVersion }[] | null
}

interface ModuleVersion {
  readonly Path: string
  readonly Version?: string
}

function replacements({ Replace }: GoMod): readonly string[] {
  const named = ({ Path, Version }: ModuleVersion) => (Version === undefined ? Path : `${Path}@${Version}`)
  return (Replace ?? []).map(({ Old, New }) => `-replace=${named(Old)}=${named(New)}`)
}

const run = promisify(execFile)

interface Running {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

async function go({ cgo = false }: Tool, args: readonly string[], { cwd, env }: Running): Promise<string> {
  const all = { ...process.env, CGO_ENABLED: cgo ? '1' : '0', GOFLAGS: '', ...env }
  return (await run('go', [...args], { cwd, env: all, maxBuffer: 1 << 28 })).stdout
}
