import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { MissingPlace } from './place.ts'

const run = promisify(execFile)
const MOTO = '5.2.5'

/** Path of `moto_server`, installed once beside the other tools; for that it needs a python3 with venv. */
export async function motoServer(): Promise<string | MissingPlace> {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(cache, 'release-charts', 'python', `moto-${MOTO}`)
  const program = join(folder, 'bin', 'moto_server')
  if (existsSync(join(folder, 'complete'))) return program
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
