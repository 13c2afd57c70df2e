import { writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, createServer as createRawServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { isPrivateAddress } from '../../../../src/model/http/hosts.ts'
import { createHttp } from '../../../../src/platform/http/http.ts'
import type { Clock, Environment } from '../../../../src/ports/process.ts'

const servers: Server[] = []
afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    }),
  )
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers with each of `answers` in turn, the last one for ever. */
function inTurn(...answers: ((response: ServerResponse, request: IncomingMessage) => void)[]): RequestListener {
  let turn = 0
  return (request, response) => {
    request.resume()
    answers[Math.min(turn++, answers.length - 1)]?.(response, request)
  }
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end()
const text = (body: string) => (response: ServerResponse) => void response.end(body)
const reset = (response: ServerResponse) => void response.socket?.resetAndDestroy()
const hang = () => {}

/** A client whose pauses take no time and are written down. */
function aClient(environment: Environment = {}) {
  const pauses: number[] = []
  const effects: string[] = []
  const secrets: string[] = []
  const clock: Clock = {
    now: () => new Date('2026-11-21T12:00:00Z'),
    monotonic: () => performance.now(),
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    random: () => 0.5,
  }
  const journal = {
    effect: <T>(name: string, change: () => Promise<T>) => {
      effects.push(name)
      return change()
    },
  }
  const http = createHttp({ environment, clock, journal, secrets: { add: (secret) => void secrets.push(secret) } })
  return { http, pauses, effects, secrets }
}

async function failureOf(work: Promise<unknown>): Promise<ReleaseError> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (thrown instanceof ReleaseError) return thrown
  throw new Error(`expected a ReleaseError, got ${String(thrown)}`)
}

describe('an answer', () => {
  it('comes with status, lower-case headers, repeated ones joined, and the whole body', async () => {
    const url = await serve((_, response) => response.writeHead(404, { 'X-Two': ['a', 'b'] }).end('none'))
    const answer = await aClient().http.send({ method: 'GET', url })
    expect(answer).toMatchObject({ status: 404, url, headers: { 'x-two': 'a, b' } })
    expect(Buffer.from(answer.body).toString()).toBe('none')
  })

  it('that is larger than the limit is refused, whether it says so or not', async () => {
    const big = 'x'.repeat(2000)
    const told = await serve((_, response) => response.writeHead(200, { 'content-length': 2000 }).end(big))
    const untold = await serve((_, response) => {
      response.write(big)
      response.end()
    })
    for (const url of [told, untold]) {
      const failure = await failureOf(aClient().http.send({ method: 'GET', url: `${url}/blob`, maxBytes: 1000 }))
      expect(failure.code).toBe('REMOTE_TOO_LARGE')
      expect(failure.message).toContain('1000 bytes')
    }
  })

  it('to a HEAD may announce more than is read', async () => {
    const url = await serve((_, response) => response.writeHead(200, { 'content-length': 99_999_999 }).end())
    expect((await aClient().http.send({ method: 'HEAD', url })).status).toBe(200)
  })
})

describe('a connection', () => {
  it('outlives questions by HEAD', async () => {
    let opened = 0
    const url = await serve((_, response) => response.writeHead(404, { 'content-length': '9' }).end())
    servers.at(-1)?.on('connection', () => (opened += 1))
    const { http } = aClient()
    for (let asked = 0; asked < 6; asked += 1) await http.send({ method: 'HEAD', url })
    // One, and at times a second while the first has not been seen to be free again.
    expect(opened).toBeLessThanOrEqual(2)
  })

  it('of a server that answers a HEAD with a body is given up, and the next request is made again', async () => {
    const server = createRawServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', (asked) => {
        const isHead = asked.toString().startsWith('HEAD')
        const [code, body] = isHead ? ['404 Not Found', 'none'] : ['200 OK', 'true']
        socket.write(`HTTP/1.1 ${code}\r\ncontent-length: 4\r\n\r\n${body}`)
      })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { http } = aClient()
    for (let round = 0; round < 3; round += 1) {
      expect((await http.send({ method: 'HEAD', url })).status).toBe(404)
      expect(Buffer.from((await http.send({ method: 'GET', url })).body).toString()).toBe('true')
    }
    server.close()
  })
})

describe('what may heal', () => {
  it.each([408, 429, 500, 502, 503, 504])('%d is asked again', async (code) => {
    const url = await serve(inTurn(status(code), status(code), text('there')))
    const { http, pauses } = aClient()
    expect((await http.send({ method: 'GET', url })).status).toBe(200)
    expect(pauses).toEqual([150, 300])
  })

  it.each([400, 401, 403, 404, 409, 412, 501])('%d is an answer at once', async (code) => {
    const url = await serve(inTurn(status(code), text('never')))
    expect((await aClient().http.send({ method: 'GET', url })).status).toBe(code)
  })

  it('the last of five answers is returned as it is', async () => {
    const url = await serve(inTurn(status(503)))
    const { http, pauses } = aClient()
    expect((await http.send({ method: 'PUT', url, body: 'x' })).status).toBe(503)
    expect(pauses).toHaveLength(4)
  })

  it('a POST is sent once unless the caller says more', async () => {
    const url = await serve(inTurn(status(503), text('there')))
    const { http } = aClient()
    expect((await http.send({ method: 'POST', url })).status).toBe(503)
    const again = await serve(inTurn(status(503), text('there')))
    expect((await http.send({ method: 'POST', url: again, attempts: 2 })).status).toBe(200)
  })

  it('Retry-After is kept in seconds and as a date, up to a minute', async () => {
    const date = 'Sat, 21 Nov 2026 12:00:00 GMT'
    const retryAfter = (value: string) => status(429, { 'retry-after': value, date })
    const url = await serve(
      inTurn(
        retryAfter('7'),
        retryAfter('Sat, 21 Nov 2026 12:00:20 GMT'),
        retryAfter('86400'),
        retryAfter('soon'),
        text('there'),
      ),
    )
    const { http, pauses } = aClient()
    await http.send({ method: 'GET', url })
    expect(pauses).toEqual([7_000, 20_000, 60_000, 1_200])
  })

  it('a date in Retry-After is one of the server, whose clock need not be ours', async () => {
    const answer = { 'retry-after': 'Sat, 03 Mar 2029 10:00:30 GMT', date: 'Sat, 03 Mar 2029 10:00:00 GMT' }
    for (const code of [429, 503]) {
      const { http, pauses } = aClient()
      await http.send({ method: 'GET', url: await serve(inTurn(status(code, answer), text('there'))) })
      expect(pauses).toEqual([30_000])
    }
  })

  it('a reset connection is tried again, then told with method, host and attempts', async () => {
    const healed = await serve(inTurn(reset, text('there')))
    expect((await aClient().http.send({ method: 'GET', url: healed })).status).toBe(200)
    const broken = await serve(inTurn(reset))
    const failure = await failureOf(aClient().http.send({ method: 'GET', url: `${broken}/v2/?token=hidden` }))
    expect(failure.code).toBe('REMOTE_UNREACHABLE')
    expect(failure.message).toMatch(/^GET 127\.0\.0\.1:\d+\/v2\/ failed after 5 attempts: connection (closed|reset)$/)
  })

  it('a server that hangs before or inside its answer is a time-out', async () => {
    const silent = await serve(inTurn(hang))
    const half = await serve(inTurn((response) => void response.writeHead(200, { 'content-length': 10 }).write('half')))
    for (const url of [silent, half]) {
      const request = { method: 'GET', url, timeoutMs: 100, attempts: 2 } as const
      const failure = await failureOf(aClient().http.send(request))
      expect([failure.code, failure.kind]).toEqual(['REMOTE_TIMEOUT', 'remote'])
      expect(failure.message).toContain('after 2 attempts')
    }
  })

  it('a server that drips for ever is cut off', async () => {
    const url = await serve((_, response) => {
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    })
    const failure = await failureOf(aClient().http.send({ method: 'GET', url, timeoutMs: 60, attempts: 1 }))
    expect(failure.code).toBe('REMOTE_TIMEOUT')
  })

  it('an answer that ends too early is tried again, then told', async () => {
    const cut = (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': 10 }).write('half', () => response.socket?.destroy())
    }
    const healed = await serve(inTurn(cut, text('whole')))
    expect(Buffer.from((await aClient().http.send({ method: 'GET', url: healed })).body).toString()).toBe('whole')
    const failure = await failureOf(aClient().http.send({ method: 'GET', url: await serve(inTurn(cut)) }))
    expect(failure.code).toBe('REMOTE_TRUNCATED')
  })

  it('nobody listening is told as such', async () => {
    const failure = await failureOf(aClient().http.send({ method: 'GET', url: 'http://127.0.0.1:1/' }))
    expect(failure.message).toBe('GET 127.0.0.1:1/ failed after 5 attempts: connection refused')
  })
})

describe('effects', () => {
  it('go through the journal by method, host and path, without the query', async () => {
    const url = await serve(inTurn(status(201)))
    const { http, effects } = aClient()
    await http.send({ method: 'PUT', url: `${url}/v2/app/blobs/uploads/1?digest=sha256:1`, body: 'x', effect: true })
    await http.send({ method: 'GET', url })
    expect(effects).toEqual([`PUT ${new URL(url).host}/v2/app/blobs/uploads/1`])
  })
})

describe('redirects', () => {
  it('are not followed unless asked', async () => {
    const url = await serve(inTurn(status(307, { location: '/elsewhere' })))
    expect((await aClient().http.send({ method: 'GET', url })).status).toBe(307)
  })

  it('keep credentials within the origin and drop them at its border', async () => {
    const seen: IncomingMessage['headers'][] = []
    const storage = await serve((request, response) => {
      seen.push(request.headers)
      response.end('blob')
    })
    const url = await serve((request, response) => {
      seen.push(request.headers)
      response.writeHead(307, { location: request.url === '/a' ? '/b' : `${storage}/c` }).end()
    })
    const headers = { Authorization: 'Bearer t', Cookie: 'c=1', 'Private-Token': 'p', Accept: 'x/y' }
    const answer = await aClient().http.send({ method: 'GET', url: `${url}/a`, headers, redirects: 3 })
    expect(answer.url).toBe(`${storage}/c`)
    expect(seen.map((each) => [each.authorization, each.cookie, each['private-token'], each.accept])).toEqual([
      ['Bearer t', 'c=1', 'p', 'x/y'],
      ['Bearer t', 'c=1', 'p', 'x/y'],
      [undefined, undefined, undefined, 'x/y'],
    ])
  })

  it('end at a bound', async () => {
    const url = await serve(inTurn(status(302, { location: '/again' })))
    const failure = await failureOf(aClient().http.send({ method: 'GET', url, redirects: 3 }))
    expect([failure.code, failure.message.includes('more than 3')]).toEqual(['REMOTE_ADDRESS_REFUSED', true])
  })

  it.each(['file:///etc/passwd', 'http://[', 'ftp://example.com/'])('to %s are refused', async (location) => {
    const url = await serve(inTurn(status(302, { location })))
    const failure = await failureOf(aClient().http.send({ method: 'GET', url, redirects: 3 }))
    expect(failure.code).toBe('REMOTE_ADDRESS_REFUSED')
  })

  it('of a POST are never followed', async () => {
    const url = await serve(inTurn(status(307, { location: '/again' })))
    expect((await aClient().http.send({ method: 'POST', url, redirects: 3 })).status).toBe(307)
  })
})

describe('private networks', () => {
  it.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '192.168.0.1', '172.31.0.1', '::1', 'fe80::1', 'fd00::1'])(
    '%s is private',
    (address) => expect(isPrivateAddress(address)).toBe(true),
  )
  it.each(['::ffff:127.0.0.1', '::ffff:169.254.169.254'])('%s is private under its IPv6 coat', (address) =>
    expect(isPrivateAddress(address)).toBe(true),
  )
  it.each(['1.1.1.1', '172.32.0.1', '2606:4700::1', 'localhost'])('%s is not a private address', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  )

  it('cannot be named by a public host', async () => {
    const url = await serve(inTurn(text('secret')))
    for (const target of [url, url.replace('127.0.0.1', 'localhost')]) {
      const request = { method: 'GET', url: target, namedBy: 'https://1.1.1.1/v2/' } as const
      const failure = await failureOf(aClient().http.send(request))
      expect(failure.code).toBe('REMOTE_ADDRESS_REFUSED')
      expect(failure.message).toContain('1.1.1.1 leads to')
    }
  })

  it.each(['[::ffff:0:127.0.0.1]', '[2002:7f00:1::]', '[64:ff9b:1::1]', '[fec0::1]', '[::127.0.0.1]', '127.1'])(
    'cannot be entered by %s, wherever a public host leads',
    async (host) => {
      const request = { method: 'GET', url: `http://${host}:1/`, namedBy: 'https://1.1.1.1/v2/', attempts: 1 } as const
      expect((await failureOf(aClient().http.send(request))).code).toBe('REMOTE_ADDRESS_REFUSED')
      const named = { method: 'GET', url: `http://${host}:1/`, privateHosts: [], attempts: 1 } as const
      expect((await failureOf(aClient().http.send(named))).code).toBe('REMOTE_ADDRESS_REFUSED')
    },
  )

  it('can be named by a host that is there itself', async () => {
    const url = await serve(inTurn(text('fine')))
    const request = { method: 'GET', url, namedBy: 'http://127.0.0.1:5000/v2/' } as const
    expect((await aClient().http.send(request)).status).toBe(200)
  })
})

describe('proxies', () => {
  /** A proxy that knows one name, and what it was asked for. */
  async function aProxy(known: string, target: string) {
    const asked: { name: string; authorization?: string | undefined }[] = []
    const server = createServer()
    servers.push(server)
    server.on('connect', (request: IncomingMessage, socket: Socket) => {
      asked.push({ name: request.url ?? '', authorization: request.headers['proxy-authorization'] })
      if (request.url !== known) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      const { port, hostname } = new URL(target)
      const onward = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        socket.pipe(onward).pipe(socket)
      })
      onward.on('error', () => socket.destroy())
      socket.on('error', () => onward.destroy())
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    return { asked, address: `127.0.0.1:${(server.address() as AddressInfo).port}` }
  }

  it('of the environment are used, with their password kept secret', async () => {
    const target = await serve(inTurn(text('through')))
    const { asked, address } = await aProxy('registry.test:80', target)
    const { http, secrets } = aClient({ HTTP_PROXY: `http://user:pa%3Ass@${address}` })
    expect((await http.send({ method: 'GET', url: 'http://registry.test/v2/' })).status).toBe(200)
    const basic = `Basic ${Buffer.from('user:pa:ss').toString('base64')}`
    expect(asked).toEqual([{ name: 'registry.test:80', authorization: basic }])
    expect(secrets).toContain('pa:ss')
    const failure = await failureOf(http.send({ method: 'GET', url: 'http://other.test/' }))
    expect(failure.message).toBe('GET other.test/ failed: the proxy answered 403')
  })

  it.each(['http', 'https'])('that close the connection are asked as often as others, for %s', async (scheme) => {
    let asked = 0
    const server = createServer().on('connect', (_: IncomingMessage, socket: Socket) => {
      asked += 1
      socket.destroy()
    })
    servers.push(server)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { http } = aClient({ HTTP_PROXY: address, HTTPS_PROXY: address })
    const failure = await failureOf(http.send({ method: 'GET', url: `${scheme}://registry.test/v2/` }))
    expect(failure.message).toBe('GET registry.test/v2/ failed after 5 attempts: the proxy closed the connection')
    expect(asked).toBe(5)
  })

  it('are left out for NO_PROXY and for loopback', async () => {
    const target = await serve(inTurn(text('direct')))
    const { asked, address } = await aProxy('nothing:80', target)
    const { http } = aClient({ http_proxy: address, no_proxy: '.internal.test' })
    expect((await http.send({ method: 'GET', url: target })).status).toBe(200)
    const failure = await failureOf(http.send({ method: 'GET', url: 'http://x.internal.test/', attempts: 1 }))
    expect(failure.message).toContain('x.internal.test')
    expect(asked).toEqual([])
  })

  it('that are no addresses are a configuration error that does not repeat them', () => {
    expect(() => aClient({ HTTPS_PROXY: 'http://u:geheim@[' })).toThrow('HTTPS_PROXY does not hold the address')
    expect(() => aClient({ HTTPS_PROXY: 'http://u:geheim@[' })).not.toThrow('geheim')
  })
})

describe('certificate authorities', () => {
  it('a file that cannot be read is a configuration error', () => {
    expect(() => aClient({ NODE_EXTRA_CA_CERTS: '/no/such.pem' })).toThrow('NODE_EXTRA_CA_CERTS names /no/such.pem')
  })

  it('a file that can be read is taken', async () => {
    const file = join(tmpdir(), `release-charts-ca-${process.pid}.pem`)
    await writeFile(file, '')
    const url = await serve(inTurn(text('fine')))
    expect((await aClient({ NODE_EXTRA_CA_CERTS: file }).http.send({ method: 'GET', url })).status).toBe(200)
  })
})
