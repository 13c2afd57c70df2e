/** An HTTP answer as a value, so that a fault can spoil it before it is sent. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export function answer(status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Answer {
  return { status, headers, body: Buffer.from(body) }
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return answer(status, { 'content-type': 'application/json', ...headers }, JSON.stringify(value))
}

/** An error as the distribution specification writes it. */
export function problem(status: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  return json(status, { errors: [{ code, message }] }, headers)
}
