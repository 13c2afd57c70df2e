import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Keys } from '../s3/signature-v4.ts'

export interface TestSts extends AsyncDisposable {
  readonly port: number
  /** The tokens that were exchanged for keys. */
  readonly tokens: readonly string[]
}

/** AWS's token service, as far as a web identity is exchanged for keys. */
export async function startSts({ accessKeyId, secretAccessKey, sessionToken }: Required<Keys>): Promise<TestSts> {
  const tokens: string[] = []
  const credentials = [
    `<AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>`,
    `<SessionToken>${sessionToken}</SessionToken><Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration>`,
  ].join('')
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const asked = new URLSearchParams(body)
    if (asked.get('Action') !== 'AssumeRoleWithWebIdentity') return void response.writeHead(400).end()
    tokens.push(asked.get('WebIdentityToken') ?? '')
    const result = `<AssumeRoleWithWebIdentityResult><Credentials>${credentials}</Credentials></AssumeRoleWithWebIdentityResult>`
    response.writeHead(200, { 'content-type': 'text/xml' })
    response.end(
      `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${result}</AssumeRoleWithWebIdentityResponse>`,
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: (server.address() as AddressInfo).port,
    tokens,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
