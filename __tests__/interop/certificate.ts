import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** PEM files of a server's certificate, and of the authority that made it. */
export interface Certificate {
  readonly ca: string
  readonly certificate: string
  readonly key: string
}

/** A certificate for 127.0.0.1 and `names`, by an authority that nobody knows. Needs openssl. */
export async function makeCertificate(folder: string, names: readonly string[] = []): Promise<Certificate> {
  const openssl = (...args: readonly string[]) => run('openssl', [...args], { cwd: folder })
  const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '2']
  await openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=interop')
  await openssl('req', ...key.slice(0, 3), '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=127.0.0.1')
  const all = ['IP:127.0.0.1', ...names.map((name) => `DNS:${name}`)]
  writeFileSync(join(folder, 'names'), `subjectAltName=${all.join(',')}\n`)
  const ca = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names']
  await openssl('x509', '-req', '-in', 'server.csr', '-out', 'server.pem', ...ca)
  const file = (name: string) => join(folder, name)
  return { ca: file('ca.pem'), certificate: file('server.pem'), key: file('server.key') }
}
