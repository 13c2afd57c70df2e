import type { Socket } from 'node:net'

/** What a child is started with, as for `spawn`. */
export interface Start {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd?: string | undefined
  readonly env: NodeJS.ProcessEnv
  /** In a process group of its own. */
  readonly detached: boolean
}

/** Input is base64. */
export type ToLauncher =
  | { readonly start: Start }
  | { readonly input: string }
  | { readonly inputEnded: true }
  | { readonly kill: NodeJS.Signals }

/** Output is base64. */
export type FromLauncher =
  | { readonly started: number }
  | { readonly stdout: string }
  | { readonly stderr: string }
  | { readonly failed: string; readonly code: string }
  | { readonly exited: { readonly code: number | null; readonly signal: NodeJS.Signals | null } }

/** One line of JSON each. */
export function send(socket: Socket, message: ToLauncher | FromLauncher): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
}

export function messagesOf<Message>(socket: Socket, take: (message: Message) => void): void {
  let rest = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(JSON.parse(line) as Message)
  })
}
