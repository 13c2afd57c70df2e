// Starts the children of all tests: `node launcher.ts SOCKET`. A fork copies the page tables of its parent, which takes ten times
// as long from a test worker of 500 MB as from this small process, and tests start git and the action thousands of times.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import { type FromLauncher, messagesOf, type Start, send, type ToLauncher } from './messages.ts'

const [, , socketFile] = process.argv
const children = new Set<ChildProcessWithoutNullStreams>()

/** One connection is one child: it gets what comes in, and what it says goes out. It ends with its connection. */
function serve(connection: Socket): void {
  let child: ChildProcessWithoutNullStreams | undefined
  messagesOf<ToLauncher>(connection, (message) => {
    if ('start' in message) child = start(message.start, connection)
    else if ('input' in message) child?.stdin.write(Buffer.from(message.input, 'base64'))
    else if ('inputEnded' in message) child?.stdin.end()
    else child?.kill(message.kill)
  })
  connection.on('error', () => {})
  connection.on('close', () => child?.kill('SIGKILL'))
}

function start({ program, args, ...options }: Start, connection: Socket): ChildProcessWithoutNullStreams | undefined {
  const say = (message: FromLauncher) => send(connection, message)
  const fail = ({ message, code }: NodeJS.ErrnoException) => say({ failed: message, code: code ?? '' })
  try {
    const child = spawn(program, args, options)
    children.add(child)
    if (child.pid !== undefined) say({ started: child.pid })
    child.stdin.on('error', () => {})
    child.stdout.on('data', (data: Buffer) => say({ stdout: data.toString('base64') }))
    child.stderr.on('data', (data: Buffer) => say({ stderr: data.toString('base64') }))
    child.on('error', fail)
    child.on('exit', (code, signal) => say({ exited: { code, signal } }))
    child.on('close', () => {
      children.delete(child)
      connection.end()
    })
    return child
  } catch (error) {
    fail(error instanceof Error ? error : new Error(String(error)))
    connection.end()
    return undefined
  }
}

createServer(serve).listen(socketFile, () => process.stdout.write('ready\n'))
// The tests are over, however they ended.
process.stdin.resume().on('end', () => {
  for (const child of children) child.kill('SIGKILL')
  process.exit()
})
