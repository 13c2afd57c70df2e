import { spawn } from 'node:child_process'
import type { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { ReleaseError } from '../../model/errors.ts'
import type { Processes, Ran, RunOptions } from '../../ports/process.ts'

const DEFAULT_MAX_OUTPUT = 256 * 1024 * 1024
const MAX_STDERR = 1024 * 1024
const MEMORY_POLL_MS = 100
const PAGE_BYTES = 4096
const QUIET_POLL_MS = 200
const QUIET_POLLS = 5

/** A running child, as `spawn` returns it. */
export interface Child extends EventEmitter {
  /** `undefined` if it could not be started. */
  readonly pid?: number | undefined
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
}

/** Starts a child with pipes for its input and output. */
export type StartChild = (
  program: string,
  args: readonly string[],
  options: {
    readonly cwd: string | undefined
    readonly env: NodeJS.ProcessEnv
    readonly detached: true
    readonly stdio: 'pipe'
  },
) => Child

/**
 * Child processes without a shell. `@actions/exec` can't kill a process group, bound memory or output, or start with an
 * environment of its own (docs/adr/0004), so this is node:child_process.
 */
export function createProcesses(startChild: StartChild = spawn): Processes & { killAll(): void } {
  const running = new Set<Child>()
  return {
    run: async (program, args, options) => run(start(startChild, program, args, options), program, options, running),
    killAll: () => {
      for (const child of running) killGroup(child)
    },
  }
}

async function run(child: Child, program: string, options: RunOptions, running: Set<Child>): Promise<Ran> {
  running.add(child)
  const guard = guardLimits(child, options)
  try {
    const stdout = collect(child, 'stdout', options.maxOutputBytes ?? DEFAULT_MAX_OUTPUT, () => guard.kill('output'))
    const stderr = collect(child, 'stderr', MAX_STDERR, () => {})
    const exitCode = ended(child, (cause) => notStarted(program, options, cause))
    endQuietPipes(child)
    // A child that ends without reading its input is not a failure: its exit code decides.
    child.stdin.on('error', () => {})
    child.stdin.end(options.input)
    const [{ code, signal }, out, err] = await Promise.all([exitCode, stdout, stderr])
    const killed = guard.killed()
    return {
      exitCode: code,
      stdout: out,
      stderr: err.toString(),
      ...(killed && { killed }),
      ...(signal && !killed && { signal }),
    }
  } finally {
    guard.stop()
    running.delete(child)
  }
}

function start(startChild: StartChild, program: string, args: readonly string[], options: RunOptions): Child {
  try {
    // A group of its own, so that the child's own children die with it.
    return startChild(program, args, { cwd: options.cwd, env: options.env, detached: true, stdio: 'pipe' })
  } catch (cause) {
    throw notStarted(program, options, cause)
  }
}

function notStarted(program: string, { cwd }: RunOptions, cause: unknown): ReleaseError {
  const why = cause instanceof Error && 'code' in cause ? cause.code : String(cause)
  const where = cwd === undefined ? '' : ` in ${cwd}`
  return new ReleaseError('TOOL_MISSING', `${program} cannot be started${where}: ${why}.`, {
    hint: `Install ${program} in an earlier step, or make sure that it is on PATH.`,
    cause,
  })
}

interface End {
  readonly code: number
  readonly signal: NodeJS.Signals | null
}

function ended(child: Child, failure: (cause: Error) => ReleaseError): Promise<End> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(failure(cause)))
    child.once('close', (code, signal) => resolve({ code: code ?? -1, signal }))
  })
}

/**
 * A daemon that the child left behind (an ssh master, a credential cache) keeps its pipes open forever. After the
 * child's end they are read until they are quiet; checked several times in a row, so that a busy event loop is not
 * mistaken for silence.
 */
function endQuietPipes(child: Child): void {
  const pipes = [child.stdout, child.stderr]
  let quiet = 0
  for (const pipe of pipes) pipe.on('data', () => (quiet = 0))
  child.once('exit', () => {
    const poll = setInterval(() => {
      quiet += 1
      if (quiet >= QUIET_POLLS) for (const pipe of pipes) pipe.destroy()
    }, QUIET_POLL_MS)
    child.once('close', () => clearInterval(poll))
  })
}

function collect(child: Child, name: 'stdout' | 'stderr', max: number, tooMuch: () => void): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  const stream = child[name]
  return new Promise((resolve) => {
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= max) chunks.push(chunk)
      else tooMuch()
    })
    // Output lost in a broken pipe is missing, and the exit code decides.
    stream.on('error', () => undefined)
    stream.once('close', () => resolve(Buffer.concat(chunks)))
  })
}

function guardLimits(child: Child, { timeoutMs, maxMemoryBytes }: RunOptions) {
  let killed: Ran['killed']
  const kill = (why: NonNullable<Ran['killed']>) => {
    killed ??= why
    killGroup(child)
  }
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => kill('timeout'), timeoutMs)
  const poll =
    maxMemoryBytes === undefined
      ? undefined
      : setInterval(async () => {
          if ((await residentBytes(child.pid)) > maxMemoryBytes) kill('memory')
        }, MEMORY_POLL_MS)
  return {
    kill,
    killed: () => killed,
    stop: () => {
      clearTimeout(timer)
      clearInterval(poll)
    },
  }
}

/** From Linux's /proc; elsewhere unknown, read as 0. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES
}

function killGroup(child: Child): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The group is gone already.
  }
}
