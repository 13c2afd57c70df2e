// This process and its children: environment, clock, journal, programs. Implemented in src/platform/process.

/** A snapshot of the environment variables, taken once. */
export type Environment = Readonly<Record<string, string | undefined>>

export interface Clock {
  now(): Date
  /** Milliseconds of a monotonic clock, for durations. */
  monotonic(): number
  sleep(milliseconds: number): Promise<void>
  /** A number in [0, 1) for jitter. */
  random(): number
}

/**
 * Reports every change of state outside this process before and after it happens: the points at which the crash tests
 * kill it.
 */
export interface Journal {
  /** Runs `change` and records it under `name`, e.g. `PUT ghcr.io/v2/…/manifests/…`, `git push refs/heads/main`. */
  effect<T>(name: string, change: () => Promise<T>): Promise<T>
}

export interface RunOptions {
  readonly cwd?: string
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly input?: Uint8Array | string
  readonly timeoutMs?: number
  /** Resident memory of the process; if it is exceeded, the process group is killed. */
  readonly maxMemoryBytes?: number
  /** Limit for stdout; more is an error. Default 256 MiB. */
  readonly maxOutputBytes?: number
}

export interface Ran {
  readonly exitCode: number
  readonly stdout: Uint8Array
  readonly stderr: string
  /** Set if we killed the process group. */
  readonly killed?: 'timeout' | 'memory' | 'output'
  /** The signal that ended it, if we did not send it, e.g. `SIGKILL` from a kernel that ran out of memory. */
  readonly signal?: string
}

export interface Processes {
  /**
   * Runs a program without a shell, in a process group of its own; its output is never copied to ours. Throws
   * `TOOL_MISSING` if there is no such program.
   */
  run(program: string, args: readonly string[], options: RunOptions): Promise<Ran>
}
