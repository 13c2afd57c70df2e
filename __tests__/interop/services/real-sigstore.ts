// Sigstore's own Fulcio and timestamp authority in place of those of the tests; issuer and transparency log stay.
import { X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { freePort, serve } from '../../support/servers/program-server.ts'
import { type Claims, defaultClaims, type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'
import { type CertificateLog, prepareCertificateLog } from './certificate-log.ts'
import { fulcioConfiguration } from './fulcio-configuration.ts'

export interface Programs {
  readonly fulcio: string
  readonly timestampAuthority: string
  /** Without it there is no log of certificates. */
  readonly tesseract?: string
}

/** The issuer of its tokens is the one at `urls.oidc`, as Fulcio fetches its keys. */
export async function openRealSigstore(programs: Programs, folder: string): Promise<Sigstore & AsyncDisposable> {
  const resources = new AsyncDisposableStack()
  try {
    const own = await startSigstore()
    resources.defer(() => own.close())
    const iss = own.urls.oidc
    own.setClaims({ ...defaultClaims, iss })
    const log = programs.tesseract === undefined ? undefined : await prepareCertificateLog(programs.tesseract, folder)
    const fulcio = await startFulcio(programs.fulcio, folder, { issuer: iss, log })
    resources.use(fulcio.server)
    if (log) resources.use(await log.start(fulcio.chain))
    const authority = await startTimestampAuthority(programs.timestampAuthority)
    resources.use(authority.server)
    const trust = await describeTrust(own, fulcio, { tsa: authority.url, log })
    const environmentFor = (claims: Claims) => own.environmentFor({ ...claims, iss })
    return { ...own, ...trust, environmentFor, [Symbol.asyncDispose]: () => resources.disposeAsync() }
  } catch (error) {
    await resources.disposeAsync()
    throw error
  }
}

interface FulcioOptions {
  readonly issuer: string
  readonly log: CertificateLog | undefined
}

interface Fulcio {
  readonly url: string
  /** PEM. */
  readonly chain: string
  readonly server: AsyncDisposable
}

async function startFulcio(program: string, folder: string, { issuer, log }: FulcioOptions): Promise<Fulcio> {
  const [port, grpc, metrics] = [await freePort(), await freePort(), await freePort()]
  const config = join(folder, 'fulcio.yaml')
  // JSON is taken for its older format, with other names.
  writeFileSync(config, stringify(fulcioConfiguration(issuer)))
  const ports = ['--port', `${port}`, '--grpc-port', `${grpc}`, '--metrics-port', `${metrics}`]
  const hosts = ['--host', '127.0.0.1', '--grpc-host', '127.0.0.1']
  const how = ['--config-path', config, '--ca', 'ephemeralca', '--ct-log-url', log?.url ?? '']
  const key = log ? ['--ct-log-public-key-path', log.publicKeyFile] : []
  const url = `http://127.0.0.1:${port}`
  const server = await serve(program, ['serve', ...how, ...key, ...hosts, ...ports], { port })
  try {
    const { chains } = (await (await fetch(`${url}/api/v2/trustBundle`)).json()) as Bundle
    return { url, server, chain: chains.flatMap(({ certificates }) => certificates).join('\n') }
  } catch (error) {
    await server[Symbol.asyncDispose]()
    throw error
  }
}

async function startTimestampAuthority(program: string) {
  const port = await freePort()
  const how = ['--timestamp-signer', 'memory', '--disable-ntp-monitoring']
  const args = ['serve', ...how, '--host', '127.0.0.1', '--port', `${port}`]
  return { url: `http://127.0.0.1:${port}`, server: await serve(program, args, { port }) }
}

interface Others {
  readonly tsa: string
  readonly log: CertificateLog | undefined
}

async function describeTrust(own: Sigstore, fulcio: Fulcio, { tsa, log }: Others) {
  const chain = await (await fetch(`${tsa}/api/v1/timestamp/certchain`)).text()
  const service = (url: string) => ({ url, majorApiVersion: 1, validFor, operator: 'release-charts.test' })
  return {
    trustedRoot: {
      ...own.trustedRoot,
      ctlogs: log ? [log.trusted] : [],
      certificateAuthorities: [describeAuthority(fulcio.url, fulcio.chain)],
      timestampAuthorities: [describeAuthority(tsa, chain)],
    },
    signingConfig: {
      ...own.signingConfig,
      caUrls: [service(fulcio.url)],
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
