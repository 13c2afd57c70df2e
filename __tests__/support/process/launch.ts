import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { connect } from 'node:net'
import { PassThrough, Writable } from 'node:stream'
import type { Child } from '../../../src/platform/process/processes.ts'
import { type FromLauncher, messagesOf, type Start, send } from './messages.ts'

/** The variable with the socket of the launcher, see start-launcher.ts. */
export const LAUNCHER = 'RELEASE_CHARTS_LAUNCHER'

/** A child as `spawn` gives it: `error` if it can't be started, `exit` when it ends, `close` when its output has ended, too. */
export interface Launched extends Child {
  kill(signal?: NodeJS.Signals): unknown
}

/** Starts a child in no shell; by the launcher if there is one, as from a test, else by this process. It has input to read or to end. */
export function launch(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, detached = false }: Partial<Omit<Start, 'program' | 'args'>> = {},
): Launched {
  const socket = process.env[LAUNCHER]
  if (socket === undefined) return spawn(program, args, { cwd, env, detached })
  return launchApart(socket, { program, args, cwd, env, detached })
}

function launchApart(socketFile: string, start: Start): Launched {
  const socket = connect(socketFile)
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const stdin = new Writable({
    write(chunk: Buffer, _, done) {
      send(socket, { input: chunk.toString('base64') })
      done()
    },
    final(done) {
      send(socket, { inputEnded: true })
      done()
    },
  })
  const kill = (signal: NodeJS.Signals = 'SIGTERM') => send(socket, { kill: signal })
  let pid: number | undefined
  const child = Object.defineProperty(Object.assign(new EventEmitter(), { stdin, stdout, stderr, kill }), 'pid', {
    get: () => pid,
  })
  let end: { readonly code: number | null; readonly signal: NodeJS.Signals | null } | undefined
  messagesOf<FromLauncher>(socket, (message) => {
    if ('started' in message) pid = message.started
    else if ('stdout' in message) stdout.write(Buffer.from(message.stdout, 'base64'))
    else if ('stderr' in message) stderr.write(Buffer.from(message.stderr, 'base64'))
    else if ('failed' in message) child.emit('error', Object.assign(new Error(message.failed), { code: message.code }))
    else {
      end = message.exited
      child.emit('exit', end.code, end.signal)
    }
  })
  socket.on('error', (error) => child.emit('error', error))
  socket.on('close', () => {
    stdout.end()
    stderr.end()
    child.emit('close', end?.code ?? null, end?.signal ?? null)
  })
  send(socket, { start })
  return child
}
