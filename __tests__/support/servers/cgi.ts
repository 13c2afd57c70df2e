import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Launched, launch } from '../process/launch.ts'

export interface CgiProgram {
  readonly file: string
  readonly env: NodeJS.ProcessEnv
  /** It does its work, and the connection breaks before anybody hears of it. */
  readonly isCut?: boolean
}

interface CgiAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/**
 * Answers by what a CGI program (RFC 3875) says. One that ends without a whole header, or is killed, is answered 500, with what
 * it said on the way; where nobody waits for its answer any more it is ended.
 */
export async function answerByCgi(
  request: IncomingMessage,
  response: ServerResponse,
  { file, env, isCut = false }: CgiProgram,
): Promise<void> {
  const child = launch(file, [], { env })
  // It may be waiting for the rest of a request that will never come; git-http-backend asks for it for ever, at full speed.
  response.once('close', () => child.kill())
  child.stdin.on('error', () => {})
  request.pipe(child.stdin)
  const ended = endOf(child)
  const [output, said] = await Promise.all([buffer(child.stdout), buffer(child.stderr)])
  const { code, signal, error } = await ended
  if (isCut) return void response.destroy()
  const answer = signal ? undefined : cgiAnswer(output)
  if (answer) return void response.writeHead(answer.status, answer.headers).end(answer.body)
  const how = error ?? `ended with ${signal ?? code} and no whole answer`
  response.writeHead(500, { 'content-type': 'text/plain' }).end(`${file} ${how}: ${said}`)
}

async function endOf(child: Launched) {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    return { code, signal }
  } catch (error) {
    return { error: String(error) }
  }
}

/** `undefined` where the output ends before its header does. */
export function cgiAnswer(output: Buffer): CgiAnswer | undefined {
  const end = output.indexOf('\r\n\r\n')
  if (end <= 0) return undefined
  const lines = output.toString('latin1', 0, end).split('\r\n')
  const fields = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  const { Status: status = '200', ...headers } = Object.fromEntries(fields)
  return { status: Number.parseInt(status, 10), headers, body: output.subarray(end + 4) }
}
