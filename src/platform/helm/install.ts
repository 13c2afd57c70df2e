import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { cacheDir, find } from '@actions/tool-cache'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Http } from '../../ports/http.ts'
import type { Environment, Journal, Processes } from '../../ports/process.ts'
import { reasonOf } from '../file-error.ts'

/** Where the Helm project publishes its releases and their digests: https://helm.sh/docs/intro/install. */
const DOWNLOADS = 'https://get.helm.sh'
const DIGEST_LINE = /^([0-9a-f]{64})\s/
const UNPACK_TIMEOUT_MS = 2 * 60_000
const MAX_SAID = 300
const MAX_ARCHIVE = 128 * 1024 * 1024

const architectures: ReadonlyMap<string, string> = new Map([
  ['x64', 'amd64'],
  ['arm64', 'arm64'],
  ['arm', 'arm'],
])

export interface HelmInstall {
  readonly http: Http
  readonly environment: Environment
  readonly files: Pick<Files, 'temporaryFolder' | 'write'>
  readonly processes: Processes
  readonly journal: Journal
  /** Without `v`, e.g. `4.1.4`. */
  readonly version: string
  /** Another place with the same layout, for tests and mirrors. */
  readonly downloads?: string
}

/**
 * The path of exactly this Helm, from the runner's tool cache or from Helm's download site; a download must have the
 * digest that is published next to it. Fails with `HELM_INSTALL_FAILED`.
 */
export async function installHelm(wanted: HelmInstall): Promise<string> {
  try {
    return await install(wanted)
  } catch (cause) {
    // The tool cache throws plain errors, for example if RUNNER_TOOL_CACHE is not set or is not a folder.
    const problem = asReleaseError(cause)
    throw problem.code === 'BUG_UNEXPECTED' ? installFailed(wanted.version, reasonOf(cause), cause) : problem
  }
}

async function install(request: HelmInstall): Promise<string> {
  const { http, files, journal, version, downloads = DOWNLOADS } = request
  const platform = platformName(version)
  const found = find('helm', version)
  if (found !== '') return join(found, platform.program)
  const file = `helm-v${version}-${platform.name}.${platform.archive}`
  const wanted = await publishedDigest(http, `${downloads}/${file}.sha256sum`, version)
  const content = await download(http, `${downloads}/${file}`, version)
  const got = createHash('sha256').update(content).digest('hex')
  if (got !== wanted) throw installFailed(version, `${file} has the digest ${got}, published is ${wanted}`)
  const archive = join(await files.temporaryFolder('helm-download'), file)
  await files.write(archive, content)
  const folder = await unpacked(archive, request)
  // Other jobs on a self-hosted runner take it from there.
  const cache = () => cacheDir(join(folder, platform.name), 'helm', version)
  return join(await journal.effect(`tool cache helm ${version}`, cache), platform.program)
}

/** The toolkit would start tar with the whole environment of the step. The tar of Windows also reads zip files. */
async function unpacked(archive: string, { environment, files, processes, version }: HelmInstall): Promise<string> {
  const folder = await files.temporaryFolder('helm-install')
  const { PATH = '/usr/bin:/bin', SYSTEMROOT } = environment
  const env = { PATH, LC_ALL: 'C', ...(SYSTEMROOT && { SYSTEMROOT }) }
  const ran = await processes.run('tar', ['-xf', archive, '-C', folder], { env, timeoutMs: UNPACK_TIMEOUT_MS })
  if (ran.exitCode !== 0) throw installFailed(version, `tar can't unpack it: ${ran.stderr.trim().slice(0, MAX_SAID)}`)
  return folder
}

function platformName(version: string) {
  const { arch, platform } = process
  const architecture = architectures.get(arch)
  if (architecture === undefined) throw installFailed(version, `there is none for ${arch}`)
  return platform === 'win32'
    ? { name: `windows-${architecture}`, program: 'helm.exe', archive: 'zip' }
    : { name: `${platform}-${architecture}`, program: 'helm', archive: 'tar.gz' }
}

async function publishedDigest(http: Http, url: string, version: string): Promise<string> {
  const { status, body } = await http.send({ method: 'GET', url, maxBytes: 1024, redirects: 3 })
  const digest = DIGEST_LINE.exec(Buffer.from(body).toString())?.[1]
  if (status !== 200 || digest === undefined) throw installFailed(version, `${url} answers ${status}`)
  return digest
}

/** Through our own client, which has time limits, and knows proxies and private authorities. */
async function download(http: Http, url: string, version: string): Promise<Uint8Array> {
  const { status, body } = await http.send({ method: 'GET', url, maxBytes: MAX_ARCHIVE, redirects: 3 })
  if (status !== 200) throw installFailed(version, `${url} answers ${status}`)
  return body
}

function installFailed(version: string, why: string, cause?: unknown): ReleaseError {
  return new ReleaseError('HELM_INSTALL_FAILED', `Helm ${version} can't be installed: ${why}.`, {
    hint: 'Check `helm-version` against https://github.com/helm/helm/releases, or install Helm in an earlier step.',
    cause,
  })
}
