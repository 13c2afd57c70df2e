import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Certificate, makeCertificate } from '../certificate.ts'
import { succeed } from '../execute.ts'
import type { Missing } from '../missing.ts'
import { startProxy } from './proxy.ts'
import type { OpenRegistry } from './registry.ts'
import type { User } from './requests.ts'
import { startProgram } from './started-program.ts'

export interface RealRegistry extends OpenRegistry {
  /** Deletes what no tag leads to, as its owner would (`garbage-collect -m`); nothing may be written meanwhile. */
  collectGarbage(): Promise<void>
}

export interface DistributionOptions {
  /** Who may read and write; everybody if there is none. */
  readonly login?: { readonly user: User /** bcrypt */; readonly hash: string }
  /** A name that it has by TLS, behind a proxy; plain HTTP without. */
  readonly name?: string
  /** Settings that it takes from its environment, e.g. `REGISTRY_TAGS_MAXTAGS`. */
  readonly env?: Readonly<Record<string, string>>
}

/** What Debian's package has, which is of version 2.8. */
export function debianDistribution(): { readonly file: string; readonly version: string } | Missing {
  const file = ['/usr/bin/docker-registry', '/usr/local/bin/docker-registry'].find((each) => existsSync(each))
  const missing = 'there is no docker-registry here; `apt-get install docker-registry` brings one'
  if (file === undefined) return { why: missing, broken: false }
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' })
  return { file, version: /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? '2.8' }
}

/** Starts distribution's registry (`program`) on a free port of loopback, with its storage in a temporary folder. */
export async function startDistribution(program: string, options: DistributionOptions = {}): Promise<RealRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'distribution-'))
  const { login, name, env } = options
  if (login) writeFileSync(join(folder, 'htpasswd'), `${login.user.name}:${login.hash}\n`)
  const certificate = name === undefined ? undefined : await makeCertificate(folder, [name])
  const config = join(folder, 'config.yml')
  writeFileSync(config, configuration(folder, { ...options, ...(certificate && { certificate }) }))
  const { port, stop } = await startProgram(program, ['serve', config], folder, env)
  const proxy = certificate && (await startProxy(port))
  return {
    host: name ?? `127.0.0.1:${port}`,
    ...(login && { user: login.user }),
    ...(certificate && { origin: `https://127.0.0.1:${port}`, ca: readFileSync(certificate.ca, 'utf8') }),
    ...(certificate && proxy && { caFile: certificate.ca, proxy: proxy.url }),
    async collectGarbage() {
      await succeed(program, ['garbage-collect', '--delete-untagged', config], folder)
    },
    async close() {
      await proxy?.close()
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function configuration(
  folder: string,
  { login, certificate }: DistributionOptions & { readonly certificate?: Certificate },
): string {
  const tls = certificate && { certificate: certificate.certificate, key: certificate.key }
  return JSON.stringify({
    version: 0.1,
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'storage') }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0', secret: 'one process only', ...(tls && { tls }) },
    ...(login && { auth: { htpasswd: { realm: 'interop', path: join(folder, 'htpasswd') } } }),
  })
}
