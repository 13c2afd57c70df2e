import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
export const MOTO = '5.2.5'

interface MissingMoto {
  readonly why: string
  readonly broken: boolean
}

/** Path of `moto_server` if it is installed; it is too large to be installed for every test. */
export function installedMoto(): string | undefined {
  return existsSync(join(folderOfMoto(), 'complete')) ? join(folderOfMoto(), 'bin', 'moto_server') : undefined
}

function folderOfMoto(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(cache, 'release-charts', 'python', `moto-${MOTO}`)
}

/** Path of `moto_server`, installed once beside the other tools; for that it needs a python3 with venv. */
export async function motoServer(): Promise<string | MissingMoto> {
  const found = installedMoto()
  if (found !== undefined) return found
  const folder = folderOfMoto()
  const program = join(folder, 'bin', 'moto_server')
  const hasPython = await run('python3', ['-c', 'import ensurepip, venv']).then(Boolean, () => false)
  if (!hasPython) return { why: 'not installed yet, and there is no python3 with venv to install it', broken: false }
  try {
    // An interrupted installation must not be taken for one.
    await rm(folder, { recursive: true, force: true })
    await mkdir(dirname(folder), { recursive: true })
    await run('python3', ['-m', 'venv', folder])
    const quiet = ['--quiet', '--disable-pip-version-check', '--only-binary', ':all:']
    await run(join(folder, 'bin', 'pip'), ['install', ...quiet, `moto[server]==${MOTO}`])
    await mkdir(join(folder, 'complete.tmp'))
    await rename(join(folder, 'complete.tmp'), join(folder, 'complete'))
    return program
  } catch (error) {
    return { why: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error), broken: true }
  }
}
