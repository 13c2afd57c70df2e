import { join } from 'node:path/posix'
import seeds from '@sigstore/tuf/seeds.json' with { type: 'json' }
import { type Fetcher, Updater } from 'tuf-js'
import { DownloadHTTPError } from 'tuf-js/dist/error.js'
import { ReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Http } from '../../ports/http.ts'
import type { Clock } from '../../ports/process.ts'
import type { Log } from '../../ports/runner.ts'
import { createOutageRetry, type OutageRetry, type ServiceAddress } from './outages.ts'

export interface TufMirror {
  readonly url: string
  /** The root metadata to start from. */
  readonly root: Uint8Array
}

export interface TufOptions {
  readonly http: Http
  readonly files: Files
  readonly clock: Clock
  readonly log: Log
  readonly timeoutMs: number
  readonly cacheFolder: string
  readonly mirror?: TufMirror | undefined
}

const publicMirror = 'https://tuf-repo-cdn.sigstore.dev'
const maxBytes = 5_000_000
const forbidden = 403

/**
 * Texts of targets of a TUF repository, in the order of `names`. Starts from a root that is part of this program and
 * follows its rotations. Fails with `SIGSTORE_UNAVAILABLE`, and with `SIGSTORE_ROOT_INVALID` for anything that does not
 * verify.
 */
export async function fetchTargets(names: readonly string[], options: TufOptions): Promise<readonly string[]> {
  const { files, cacheFolder } = options
  const { url, root } = options.mirror ?? embedded()
  // Always the embedded root: a file that an earlier step left there must not become the start of trust.
  await files.write(join(cacheFolder, 'root.json'), root)
  await files.makeFolder(join(cacheFolder, 'targets'))
  const mirror = { name: 'The TUF repository of Sigstore', url: url.replace(/\/+$/, '') }
  const updater = new Updater({
    metadataDir: cacheFolder,
    metadataBaseUrl: mirror.url,
    targetDir: join(cacheFolder, 'targets'),
    targetBaseUrl: `${mirror.url}/targets`,
    fetcher: createFetcher(options, createOutageRetry(options), mirror),
  })
  const texts: string[] = []
  for (const name of names) texts.push(await target(updater, name, options))
  return texts
}

function embedded(): TufMirror {
  return { url: publicMirror, root: Buffer.from(seeds[publicMirror]['root.json'], 'base64') }
}

async function target(updater: Updater, name: string, { files }: TufOptions): Promise<string> {
  try {
    const info = await updater.getTargetInfo(name)
    if (info === undefined)
      throw new ReleaseError('SIGSTORE_ROOT_INVALID', `The TUF repository of Sigstore has no ${name}`)
    const path = (await updater.findCachedTarget(info)) ?? (await updater.downloadTarget(info))
    return Buffer.from(await files.read(path, maxBytes)).toString()
  } catch (cause) {
    if (cause instanceof ReleaseError) throw cause
    const why = cause instanceof Error ? cause.message : 'unreadable metadata'
    throw new ReleaseError('SIGSTORE_ROOT_INVALID', `The trusted root of Sigstore does not verify: ${why}`, { cause })
  }
}

/** TUF over the program's own http: the same proxies, certificate authorities, limits and retries as everything else. */
function createFetcher(
  { http, files, cacheFolder }: TufOptions,
  outageRetry: OutageRetry,
  mirror: ServiceAddress,
): Fetcher {
  async function downloadBytes(url: string, maxLength: number): Promise<Buffer> {
    const send = () => http.send({ method: 'GET', url, maxBytes: maxLength, attempts: 1 })
    const response = await outageRetry.request({ service: mirror, send })
    // The updater reads 403 and 404 as "there is no newer root".
    if (response?.status !== 200) throw new DownloadHTTPError(`${url} was not found`, response?.status ?? forbidden)
    return Buffer.from(response.body)
  }
  return {
    downloadBytes,
    async downloadFile(url, maxLength, handler) {
      const file = join(cacheFolder, 'download')
      await files.write(file, await downloadBytes(url, maxLength))
      const result = await handler(file)
      await files.remove(file)
      return result
    },
  }
}
