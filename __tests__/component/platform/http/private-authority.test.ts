import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHttp } from '../../../../src/platform/http/http.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import type { Environment } from '../../../../src/ports/process.ts'
import { caught } from '../../../support/registry/caught.ts'
import { patientClock } from '../../../support/sigstore/signing-run.ts'
import { type Authority, anAuthority } from '../../../support/tls/authority.ts'
import { startTlsFront, type TlsFront } from '../../../support/tls/front.ts'

let authority: Authority
let another: Authority
let front: TlsFront
const server = createServer((_, response) => void response.end('through TLS'))
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  authority = await anAuthority(['localhost', 'IP:127.0.0.1'])
  another = await anAuthority(['localhost'])
  front = await startTlsFront(authority, (server.address() as AddressInfo).port)
})
afterAll(async () => {
  await Promise.all([front, authority, another].map((each) => each[Symbol.asyncDispose]()))
  server.closeAllConnections()
  server.close()
})

const client = (environment: Environment, ca?: string) =>
  createHttp({ environment, clock: patientClock(), journal: createJournal(), ...(ca !== undefined && { ca }) })
const ask = (environment: Environment, host = 'localhost', ca?: string) =>
  client(environment, ca).send({ method: 'GET', url: `https://${host}:${front.port}/`, attempts: 1 })

describe('a server with a certificate of a private authority', () => {
  it('is trusted if NODE_EXTRA_CA_CERTS names the authority', async () => {
    for (const host of ['localhost', '127.0.0.1']) {
      const { body } = await ask({ NODE_EXTRA_CA_CERTS: authority.file }, host)
      expect(Buffer.from(body).toString()).toBe('through TLS')
    }
  })

  it('is trusted if the file has others besides, and words between them', async () => {
    const read = await Promise.all([another, authority].map(({ file }) => readFile(file, 'utf8')))
    const file = join(authority.file, '..', 'both.pem')
    await writeFile(file, `Ours:\n${read.join('\nand:\n')}`)
    expect((await ask({ NODE_EXTRA_CA_CERTS: file })).status).toBe(200)
  })

  it.each([
    ['nothing', () => ({})],
    ['another authority', () => ({ NODE_EXTRA_CA_CERTS: another.file })],
    ['the variable of other programs', () => ({ SSL_CERT_FILE: authority.file })],
  ])('is not trusted with %s, and the error names the variable', async (_, environment) => {
    const problem = await caught(ask(environment()))
    expect(problem.code).toBe('REMOTE_UNREACHABLE')
    expect(problem.message).toContain('its certificate is not trusted')
    expect(problem.hint).toContain('NODE_EXTRA_CA_CERTS')
  })

  it.each(['not a certificate', Buffer.from([0x30, 0x82, 1, 2, 3])])(
    'a file without one is refused: %s',
    async (content) => {
      const file = join(authority.file, '..', 'wrong.pem')
      await writeFile(file, content)
      expect(() => client({ NODE_EXTRA_CA_CERTS: file })).toThrow(expect.objectContaining({ code: 'CA_UNREADABLE' }))
    },
  )
})
