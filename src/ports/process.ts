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

/** Every change of state outside this process, told before and after it happens: what the crash tests kill at. */
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
  /** Resident memory, of the process; over it the process group is killed. */
  readonly maxMemoryBytes?: number
  /** Of stdout; more is an error. Default 256 MiB. */
  readonly maxOutputBytes?: number
}

export interface Ran {
  readonly exitCode: number
  readonly stdout: Uint8Array
  readonly stderr: string
  /** Set when the process group was killed by us. */
  readonly killed?: 'timeout' | 'memory' | 'output'
  /** The signal that ended it, when it was none of ours, e.g. `SIGKILL` of a kernel without memory. */
  readonly signal?: string
}

export interface Processes {
  /** Runs a program without a shell, in a process group of its own; its output never reaches ours. Throws `TOOL_MISSING` when there is no such program. */
  run(program: string, args: readonly string[], options: RunOptions): Promise<Ran>
}
