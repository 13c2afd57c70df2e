import { execFile } from 'node:child_process'

export interface Ended {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

const TIMEOUT_MS = 300_000

/** What a client gets of its caller. */
export interface Surroundings {
  /** Its private folder. */
  readonly home: string
  /** Besides PATH, HOME and what stands for HOME. */
  readonly env?: Readonly<Record<string, string>>
  /** Another user than ours. */
  readonly uid?: number
}

/** Runs a client with nothing of this machine but PATH. Any exit code is an answer. */
export function execute(file: string, args: readonly string[], surroundings: string | Surroundings): Promise<Ended> {
  const { home, env: more, uid } = typeof surroundings === 'string' ? { home: surroundings } : surroundings
  const places = { HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home }
  const env = { PATH: process.env.PATH, ...places, ...more }
  const options = { cwd: home, env, timeout: TIMEOUT_MS, maxBuffer: 1 << 26, ...(uid && { uid, gid: uid }) }
  return new Promise((resolve, reject) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}

/** Fails with the client's own last words when it did not end well. */
export async function succeed(
  file: string,
  args: readonly string[],
  surroundings: string | Surroundings,
): Promise<Ended> {
  const ended = await execute(file, args, surroundings)
  if (ended.exitCode !== 0) throw new Error(`exit code ${ended.exitCode}: ${lastWords(ended)}`)
  return ended
}

/** All that it said, in one line: for clients whose reason does not stand at the end. */
export function allWords({ stdout, stderr }: Ended): string {
  return `${stderr.trim()} ${stdout.trim()}`.replaceAll(/\s+/g, ' ').trim().slice(0, 1000)
}

export function lastWords({ stdout, stderr }: Ended): string {
  return `${stderr.trim() || stdout.trim()}`.split('\n').slice(-3).join(' ').slice(0, 600)
}
