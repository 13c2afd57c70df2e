import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../process/run-program.ts'

/** A certificate authority that no machine knows, with one certificate for all of `names`. */
export interface Authority extends AsyncDisposable {
  /** PEM file of the authority, as `NODE_EXTRA_CA_CERTS` takes it. */
  readonly file: string
  /** What a TLS server is opened with. */
  readonly server: { readonly key: string; readonly cert: string }
}

/** Names of hosts, or addresses as `IP:127.0.0.1`. Needs OpenSSL 3 on PATH. */
export async function anAuthority(names: readonly string[]): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'release-charts-ca-'))
  const path = (name: string) => join(folder, name)
  const [key, file, leafKey, leaf] = ['ca.key', 'ca.pem', 'leaf.key', 'leaf.pem'].map(path) as [
    ...[string, string, string, string],
  ]
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  const limits = ['-addext', 'basicConstraints=critical,CA:true', '-addext', 'keyUsage=keyCertSign']
  await writeFile(path('openssl.cnf'), '[req]\ndistinguished_name=dn\n[dn]\n')
  const openssl = (args: readonly string[]) =>
    runProgram('openssl', [...request, '-config', path('openssl.cnf'), ...args])
  await openssl(['-subj', '/CN=Authority of the tests', '-keyout', key, '-out', file, ...limits])
  const alternatives = names.map((name) => (name.startsWith('IP:') ? name : `DNS:${name}`)).join(',')
  await openssl([
    ...['-subj', '/CN=server', '-CA', file, '-CAkey', key, '-keyout', leafKey, '-out', leaf],
    ...['-addext', `subjectAltName=${alternatives}`, '-addext', 'basicConstraints=CA:false'],
  ])
  return {
    file,
    server: { key: await readFile(leafKey, 'utf8'), cert: await readFile(leaf, 'utf8') },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
