// Sigstore's own Fulcio and timestamp authority in place of those of the tests; issuer and transparency log stay.
import { X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { freePort, serve } from '../../support/servers/program-server.ts'
import { type Claims, defaultClaims, type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'
import { fulcioConfiguration } from './fulcio-configuration.ts'

export interface Programs {
  readonly fulcio: string
  readonly timestampAuthority: string
}

/** It has no certificate transparency log. The issuer of its tokens is the one at `urls.oidc`, as Fulcio fetches its keys. */
export async function openRealSigstore(programs: Programs, folder: string): Promise<Sigstore & AsyncDisposable> {
  const resources = new AsyncDisposableStack()
  try {
    const own = await startSigstore()
    resources.defer(() => own.close())
    const iss = own.urls.oidc
    own.setClaims({ ...defaultClaims, iss })
    const fulcio = await startFulcio(programs.fulcio, folder, iss)
    resources.use(fulcio.server)
    const authority = await startTimestampAuthority(programs.timestampAuthority)
    resources.use(authority.server)
    const trust = await describeTrust(own, fulcio.url, authority.url)
    const environmentFor = (claims: Claims) => own.environmentFor({ ...claims, iss })
    return { ...own, ...trust, environmentFor, [Symbol.asyncDispose]: () => resources.disposeAsync() }
  } catch (error) {
    await resources.disposeAsync()
    throw error
  }
}

async function startFulcio(program: string, folder: string, issuer: string) {
  const [port, grpc, metrics] = [await freePort(), await freePort(), await freePort()]
  const config = join(folder, 'fulcio.yaml')
  // JSON is taken for its older format, with other names.
  writeFileSync(config, stringify(fulcioConfiguration(issuer)))
  const ports = ['--port', `${port}`, '--grpc-port', `${grpc}`, '--metrics-port', `${metrics}`]
  const hosts = ['--host', '127.0.0.1', '--grpc-host', '127.0.0.1']
  const how = ['--config-path', config, '--ca', 'ephemeralca', '--ct-log-url', '']
  return {
    url: `http://127.0.0.1:${port}`,
    server: await serve(program, ['serve', ...how, ...hosts, ...ports], { port }),
  }
}

async function startTimestampAuthority(program: string) {
  const port = await freePort()
  const how = ['--timestamp-signer', 'memory', '--disable-ntp-monitoring']
  const args = ['serve', ...how, '--host', '127.0.0.1', '--port', `${port}`]
  return { url: `http://127.0.0.1:${port}`, server: await serve(program, args, { port }) }
}

async function describeTrust(own: Sigstore, fulcio: string, tsa: string) {
  const { chains } = (await (await fetch(`${fulcio}/api/v2/trustBundle`)).json()) as Bundle
  const chain = await (await fetch(`${tsa}/api/v1/timestamp/certchain`)).text()
  const service = (url: string) => ({ url, majorApiVersion: 1, validFor, operator: 'release-charts.test' })
  return {
    trustedRoot: {
      ...own.trustedRoot,
      ctlogs: [],
      certificateAuthorities: chains.map(({ certificates }) => describeAuthority(fulcio, certificates.join('\n'))),
      timestampAuthorities: [describeAuthority(tsa, chain)],
    },
    signingConfig: {
      ...own.signingConfig,
      caUrls: [service(fulcio)],
      tsaUrls: [service(`${tsa}/api/v1/timestamp`)],
    },
  }
}

/** https://github.com/sigstore/fulcio, fulcio.proto */
interface Bundle {
  readonly chains: readonly { readonly certificates: readonly string[] }[]
}

const validFor = { start: '2020-01-01T00:00:00.000Z' }

function describeAuthority(uri: string, pem: string) {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  const certificates = found.map((each) => ({ rawBytes: new X509Certificate(each).raw.toString('base64') }))
  return { subject: { organization: 'interop', commonName: 'interop' }, uri, certChain: { certificates }, validFor }
}
