import { type ChildProcess, spawn } from 'node:child_process'

const START_TIMEOUT_MS = 300_000

export interface StartedProgram {
  readonly port: number
  stop(): Promise<void>
}

/** Starts a registry that takes a free port of loopback and logs `listening on 127.0.0.1:PORT`. */
export async function startProgram(
  file: string,
  args: readonly string[],
  home: string,
  env: Readonly<Record<string, string>> = {},
): Promise<StartedProgram> {
  const child = spawn(file, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOME: home, OTEL_TRACES_EXPORTER: 'none', ...env },
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('close', () => resolve())
    child.once('error', reject)
  })
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  try {
    return { port: await portIn(child, ended), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Only the log tells which port the system gave. */
function portIn({ stderr }: ChildProcess, ended: Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    const fail = (why: string) => reject(new Error(`the registry ${why}:\n${text}`))
    const limit = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS)
    ended.then(() => fail('ended'), reject)
    stderr?.setEncoding('utf8')
    stderr?.on('data', (chunk: string) => {
      // The pipe is read to the end, or the registry would stop when it is full.
      if (text.length < 100_000) text += chunk
      const port = /listening on 127\.0\.0\.1:(\d+)/.exec(text)?.[1]
      if (!port) return
      clearTimeout(limit)
      resolve(Number(port))
    })
  })
}
