import { buffer } from 'node:stream/consumers'
import { launch } from './launch.ts'

export interface ProgramOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string | Uint8Array
}

/** How a program ended; `code` is `null` if a signal ended it. */
export interface Ended {
  readonly code: number | null
  readonly stdout: Buffer
  readonly stderr: Buffer
}

/** Runs a program to its end, whatever its exit code. Fails if it can't be started. */
export async function endOf(program: string, args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  const child = launch(program, args, options)
  const closed = new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  // A program may end without reading its input.
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  const [code, stdout, stderr] = await Promise.all([closed, buffer(child.stdout), buffer(child.stderr)])
  return { code, stdout, stderr }
}

/** Runs a program and gives what it says, as text. Fails with its own words if its exit code is not 0. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const { code, ...output } = await endOf(program, args, options)
  const [stdout, stderr] = [output.stdout.toString(), output.stderr.toString()]
  if (code === 0) return { stdout, stderr }
  const failure = new Error(`Command failed: ${[program, ...args].join(' ')}\n${stderr}`)
  throw Object.assign(failure, { code, stdout, stderr })
}
