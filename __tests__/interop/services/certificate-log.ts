// A real log of certificates, which Fulcio hands each certificate before it signs it: TesseraCT with its tiles in a folder.
import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, serve } from '../../support/servers/program-server.ts'

export interface CertificateLog {
  readonly url: string
  /** File with its public key, for Fulcio. */
  readonly publicKeyFile: string
  /** As it stands in a trusted root. */
  readonly trusted: object
  /** Starts it; it takes certificates below these roots. */
  start(roots: string): Promise<AsyncDisposable>
}

/** Key and address are known before it runs: Fulcio wants them at its start, and it wants the root of Fulcio. */
export async function prepareCertificateLog(program: string, folder: string): Promise<CertificateLog> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const [publicKeyFile, key, roots, storage] = ['ct.pub', 'ct.key', 'ct-roots.pem', 'ct-log'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  mkdirSync(storage)
  writeFileSync(publicKeyFile, publicKey.export({ format: 'pem', type: 'spki' }))
  writeFileSync(key, privateKey.export({ format: 'pem', type: 'sec1' }))
  const address = ['-http_endpoint', `127.0.0.1:${port}`, '-origin', 'certificates.interop.test']
  const files = ['-private_key', key, '-roots_pem_file', roots, '-storage_dir', storage]
  return {
    url,
    publicKeyFile,
    trusted: describe(url, publicKey.export({ format: 'der', type: 'spki' })),
    async start(pem) {
      writeFileSync(roots, pem)
      return serve(program, [...address, ...files, '-enable_publication_awaiter=false'], { port })
    },
  }
}

function describe(baseUrl: string, der: Buffer): object {
  const validFor = { start: '2020-01-01T00:00:00.000Z' }
  const publicKey = { rawBytes: der.toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor }
  const logId = { keyId: createHash('sha256').update(der).digest('base64') }
  return { baseUrl, hashAlgorithm: 'SHA2_256', publicKey, logId }
}
