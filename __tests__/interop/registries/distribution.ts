import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { succeed } from '../execute.ts'

export interface RealRegistry {
  /** `127.0.0.1:port`, plain HTTP. */
  readonly host: string
  /** Deletes what no tag leads to, as its owner would (`garbage-collect -m`); nothing may be written meanwhile. */
  collectGarbage(): Promise<void>
  close(): Promise<void>
}

const START_TIMEOUT_MS = 300_000

/** Starts distribution's registry (`program`) on a free port of loopback, with its storage in a temporary folder. */
export async function startDistribution(program: string): Promise<RealRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'distribution-'))
  writeFileSync(join(folder, 'config.yml'), configuration(folder))
  const child = spawn(program, ['serve', join(folder, 'config.yml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOME: folder, OTEL_TRACES_EXPORTER: 'none' },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const close = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const collectGarbage = async () => {
      await succeed(program, ['garbage-collect', '--delete-untagged', join(folder, 'config.yml')], folder)
    }
    return { host: `127.0.0.1:${await portIn(child.stderr, ended)}`, collectGarbage, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Only the log tells which port the system gave. */
function portIn(log: NodeJS.ReadableStream, ended: Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    const fail = (why: string) => reject(new Error(`distribution ${why}:\n${text}`))
    const limit = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS)
    ended.then(() => fail('ended'))
    log.setEncoding('utf8')
    log.on('data', (chunk: string) => {
      // The pipe is read to the end, or the registry would stop when it is full.
      if (text.length < 100_000) text += chunk
      const port = /listening on 127\.0\.0\.1:(\d+)/.exec(text)?.[1]
      if (!port) return
      clearTimeout(limit)
      resolve(Number(port))
    })
  })
}

function configuration(folder: string): string {
  return JSON.stringify({
    version: 0.1,
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'storage') }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0', secret: 'one process only' },
  })
}
