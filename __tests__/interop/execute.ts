import { execFile } from 'node:child_process'

export interface Ended {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

const TIMEOUT_MS = 300_000

/** Runs a client with nothing of this machine but PATH; `home` is its private folder. Any exit code is an answer. */
export function execute(file: string, args: readonly string[], home: string): Promise<Ended> {
  const env = { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home }
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd: home, env, timeout: TIMEOUT_MS, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}

/** Fails with the client's own last words when it did not end well. */
export async function succeed(file: string, args: readonly string[], home: string): Promise<Ended> {
  const ended = await execute(file, args, home)
  if (ended.exitCode !== 0) throw new Error(`exit code ${ended.exitCode}: ${lastWords(ended)}`)
  return ended
}

export function lastWords({ stdout, stderr }: Ended): string {
  return `${stderr.trim() || stdout.trim()}`.split('\n').slice(-3).join(' ').slice(0, 600)
}
