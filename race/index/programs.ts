import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
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

/** Starts a server and waits until somebody listens on its port. Fails with what it said where it ends before. */
export async function serve(
  program: string,
  args: readonly string[],
  { port, env = {} }: { readonly port: number; readonly env?: Readonly<Record<string, string>> },
): Promise<AsyncDisposable> {
  const child: ChildProcess = spawn(program, args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => (said = `${said}${data}`.slice(-2000)))
  const ended = once(child, 'exit')
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
  for (let tries = 0; !(await answers()); tries += 1) {
    if (child.exitCode !== null || tries > 600) throw new Error(`${program} did not start: ${said}`)
    await wait(100)
  }
  return {
    async [Symbol.asyncDispose]() {
      child.kill()
      await ended
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}
