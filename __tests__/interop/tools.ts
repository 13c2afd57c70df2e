// Real clients from the Go module proxy, built once into a cache folder outside the checkout.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder, fillOnce } from './cache.ts'
import { buildTool, sourceOf, type Tool } from './go-build.ts'
import type { Missing } from './missing.ts'

/** What may be built that is not here: nothing, what every run needs, or all. */
export type Builds = 'nothing' | 'quick' | 'all'

export const tools = {
  act: { module: 'github.com/nektos/act', program: '.', version: 'v0.2.89' },
  actionlint: { module: 'github.com/rhysd/actionlint', program: 'cmd/actionlint', version: 'v1.7.12' },
  helm4: { module: 'helm.sh/helm/v4', program: 'cmd/helm', version: 'v4.3.1' },
  helm3: { module: 'helm.sh/helm/v3', program: 'cmd/helm', version: 'v3.22.0' },
  registry: { module: 'github.com/distribution/distribution/v3', program: 'cmd/registry', version: 'v3.1.0' },
  cosign3: { module: 'github.com/sigstore/cosign/v3', program: 'cmd/cosign', version: 'v3.1.3' },
  cosign2: { module: 'github.com/sigstore/cosign/v2', program: 'cmd/cosign', version: 'v2.6.5' },
  versitygw: {
    module: 'github.com/versity/versitygw',
    program: 'cmd/versitygw',
    version: 'v1.8.0',
    as: 'dependency',
  },
  ggcr: {
    module: 'github.com/google/go-containerregistry',
    program: 'ggcr-registry',
    version: 'v0.22.1',
    as: 'own',
  },
  sigstoreGo: {
    module: 'github.com/sigstore/sigstore-go',
    program: 'sigstore-go-verify',
    version: 'v1.3.0',
    as: 'own',
    slow: true,
  },
  flux: { module: 'github.com/sigstore/cosign/v3', program: 'flux-verify', version: 'v3.0.6', as: 'own', slow: true },
  fulcio: { module: 'github.com/sigstore/fulcio', program: '.', version: 'v1.8.8', slow: true },
  timestampAuthority: {
    module: 'github.com/sigstore/timestamp-authority/v2',
    program: 'cmd/timestamp-server',
    version: 'v2.1.3',
    as: 'dependency',
    slow: true,
  },
  kyverno: {
    module: 'github.com/kyverno/kyverno',
    program: 'cmd/cli/kubectl-kyverno',
    version: 'v1.19.1',
    as: 'dependency',
    slow: true,
  },
  tesseract: {
    module: 'github.com/transparency-dev/tesseract',
    program: 'cmd/tesseract/posix',
    version: 'v0.1.1',
    slow: true,
  },
  gitea: {
    module: 'code.gitea.io/gitea',
    program: '.',
    version: 'v1.26.0',
    as: 'dependency',
    tags: 'sqlite,sqlite_unlock_notify',
    cgo: true,
    folders: ['options', 'public', 'templates'],
    slow: true,
  },
} as const satisfies Record<string, Tool>

export type ToolName = keyof typeof tools

export interface Installed {
  readonly name: ToolName
  readonly file: string
  /** As the binary says of itself, e.g. `v4.3.1`. */
  readonly version: string
}

export type Tools = Readonly<Record<ToolName, Installed | Missing>>

/** As it stands in tables, e.g. `helm 4.3.1`. */
export function toolTitle(name: ToolName): string {
  return `${name.replace(/\d$/, '')} ${tools[name].version.slice(1)}`
}

const run = promisify(execFile)

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The client's binary if it was built before; `Missing` otherwise. For tests, which must not start a build of minutes. */
export async function alreadyBuilt(name: ToolName): Promise<Installed | Missing> {
  const file = fileOf(name)
  if (!isExecutable(file)) {
    return { why: `not built yet; \`node __tests__/interop/tools.ts ${name}\` builds it`, broken: false }
  }
  try {
    return { name, file, version: await versionInside(file, tools[name]) }
  } catch (error) {
    return reasonIn(error)
  }
}

function fileOf(name: ToolName): string {
  const tool: Tool = tools[name]
  return join(cacheFolder('go'), `${name}-${tool.version}${tool.as === 'own' ? `-${sourceDigest(tool)}` : ''}`, name)
}

/** A program of ours is built again if a file of it changed. */
function sourceDigest(tool: Tool): string {
  const hash = createHash('sha256')
  for (const file of ['main.go', 'go.mod', 'go.sum']) hash.update(readFileSync(join(sourceOf(tool), file)))
  return hash.digest('hex').slice(0, 12)
}

/**
 * The client's binary, from the cache or built now (minutes for the large ones). `Missing` if there is no Go to build with, or if
 * the build fails.
 */
export async function install(name: ToolName): Promise<Installed | Missing> {
  const file = fileOf(name)
  try {
    if (!isExecutable(file)) await fillOnce(dirname(file), (aside) => buildTool(tools[name], name, aside))
  } catch (error) {
    return reasonIn(error)
  }
  return alreadyBuilt(name)
}

/** The same, and `Missing` instead of a build that was not asked for. */
export async function goProgram(name: ToolName, builds: Builds): Promise<Installed | Missing> {
  const { slow = false }: Tool = tools[name]
  if (builds === 'all' || (builds === 'quick' && !slow)) return install(name)
  const found = await alreadyBuilt(name)
  return slow && 'why' in found ? { ...found, why: `${found.why}, and so does \`npm run interop -- --slow\`` } : found
}

/** Programs that `go install` built do not always know their version; the build information in the binary does. */
async function versionInside(file: string, { module, version }: Tool): Promise<string> {
  const { stdout } = await run('go', ['version', '-m', file]).catch(() => ({ stdout: '' }))
  if (stdout === '') return version
  const found = stdout
    .split('\n')
    .find((line) => [`\tmod\t${module}\t`, `\tdep\t${module}\t`].some((start) => line.startsWith(start)))
  const inside = found?.split('\t')[3]
  if (inside !== version) throw new Error(`${file} is ${inside ?? 'something else'}, not ${version}; delete it`)
  return inside
}

function reasonIn(error: unknown): Missing {
  if (!(error instanceof Error)) return { why: String(error), broken: true }
  if ('code' in error && error.code === 'ENOENT') {
    return { why: 'not built yet, and there is no `go` on PATH to build it', broken: false }
  }
  const said = 'stderr' in error ? `${error.stderr}`.trim().split('\n').at(-1) : undefined
  return { why: said || error.message, broken: true }
}

// `node __tests__/interop/tools.ts [name...]` fills the cache and tells where the programs are.
if (import.meta.main) {
  const quick = Object.entries(tools).filter(([, tool]) => !('slow' in tool))
  const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : quick.map(([name]) => name)
  for (const name of names) {
    if (!(name in tools)) throw new Error(`unknown tool ${name}; known are ${Object.keys(tools).join(', ')}`)
    const found = await install(name as ToolName)
    console.log('file' in found ? `${name} ${found.version} ${found.file}` : `${name} missing: ${found.why}`)
    if (!('file' in found)) process.exitCode = 1
  }
}
