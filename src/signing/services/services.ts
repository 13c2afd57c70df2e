import { TrustedRoot } from '@sigstore/protobuf-specs'
import { ReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Http } from '../../ports/http.ts'
import type { Clock } from '../../ports/process.ts'
import type { Log } from '../../ports/runner.ts'
import { createLibraryVerifier } from '../verify/trust.ts'
import { type SelectedServices, selectServices } from './signing-config.ts'
import type { TufMirror } from './tuf.ts'

/** The services that make signatures, and the root that they are verified against. */
export interface SigstoreServices extends SelectedServices {
  readonly trustedRoot: TrustedRoot
  /** Whether the log is the public one, for which a private repository must give its consent. */
  readonly isPublic: boolean
}

export interface ServiceSources {
  /** SigningConfig v0.2 and TrustedRoot: the path of a file, or the JSON itself; both or neither. */
  readonly signingConfig?: string | undefined
  readonly trustedRoot?: string | undefined
  /** A folder of this job (below RUNNER_TEMP) for TUF's metadata. */
  readonly cacheFolder: string
  /** Defaults to the public Sigstore's. */
  readonly mirror?: TufMirror
}

export interface ServiceTools {
  readonly http: Http
  readonly files: Files
  readonly clock: Clock
  readonly log: Log
  /** How long the mirror may be unavailable, in milliseconds. */
  readonly timeoutMs: number
}

const maxBytes = 1024 * 1024
const signingConfigTarget = 'signing_config.v0.2.json'
const trustedRootTarget = 'trusted_root.json'

/**
 * The services to sign with: from the user's files (a private Sigstore), else by TUF. Fails with
 * `SIGSTORE_CONFIG_INVALID`, `SIGSTORE_REKOR_V2_ONLY`, `SIGSTORE_ROOT_INVALID`, `SIGSTORE_UNAVAILABLE`.
 */
export async function findServices(sources: ServiceSources, tools: ServiceTools): Promise<SigstoreServices> {
  const { signingConfig, trustedRoot } = sources
  if ((signingConfig === undefined) !== (trustedRoot === undefined)) throw onlyOne(signingConfig !== undefined)
  if (signingConfig === undefined || trustedRoot === undefined) return byTuf(sources, tools)
  const config = await given('sigstore-signing-config', signingConfig, tools.files)
  const root = readRoot(await given('sigstore-trusted-root', trustedRoot, tools.files))
  if (root === undefined)
    throw new ReleaseError('SIGSTORE_CONFIG_INVALID', 'sigstore-trusted-root holds no usable trusted root')
  const selected = selectServices(config, tools.clock.now())
  return { ...selected, trustedRoot: root, isPublic: isPublicHost(selected.rekor.url) }
}

/**
 * The root to verify against, without services to sign with: from the user's file, else by TUF. It may be that of a
 * Sigstore without a log, as GitHub's own for private repositories; then signatures need a timestamp. Fails with
 * `SIGSTORE_CONFIG_INVALID`, `SIGSTORE_ROOT_INVALID`, `SIGSTORE_UNAVAILABLE`.
 */
export async function findTrustedRoot(
  { trustedRoot, cacheFolder, mirror }: Omit<ServiceSources, 'signingConfig'>,
  tools: ServiceTools,
): Promise<TrustedRoot> {
  if (trustedRoot !== undefined) {
    const root = readRoot(await given('trusted-root', trustedRoot, tools.files), { logs: 'optional' })
    if (root) return root
    throw new ReleaseError('SIGSTORE_CONFIG_INVALID', '`trusted-root` does not contain a usable trusted root', {
      hint: 'Take the file that `cosign trusted-root create` or `gh attestation trusted-root` writes, or the `trusted_root.json` of your Sigstore.',
    })
  }
  // Loaded late, as below.
  const { fetchTargets } = await import('./tuf.ts')
  const [text = ''] = await fetchTargets([trustedRootTarget], { ...tools, cacheFolder, mirror })
  const root = readRoot(parsed(text))
  if (root) return root
  throw new ReleaseError(
    'SIGSTORE_ROOT_INVALID',
    `${trustedRootTarget} of the TUF repository holds no usable trusted root`,
  )
}

async function byTuf({ cacheFolder, mirror }: ServiceSources, tools: ServiceTools): Promise<SigstoreServices> {
  // Loaded late: a private Sigstore does not need it, and it is most of the code that would be loaded.
  const { fetchTargets } = await import('./tuf.ts')
  const texts = await fetchTargets([trustedRootTarget, signingConfigTarget], { ...tools, cacheFolder, mirror })
  const [root, config] = texts.map(parsed)
  const trustedRoot = readRoot(root)
  if (trustedRoot === undefined) {
    throw new ReleaseError(
      'SIGSTORE_ROOT_INVALID',
      `${trustedRootTarget} of the TUF repository holds no usable trusted root`,
    )
  }
  return { ...selectServices(config, tools.clock.now()), trustedRoot, isPublic: true }
}

function isPublicHost(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'sigstore.dev' || hostname.endsWith('.sigstore.dev')
}

function onlyOne(hasConfig: boolean): ReleaseError {
  const [given, other] = ['sigstore-signing-config', 'sigstore-trusted-root']
  const [has, lacks] = hasConfig ? [given, other] : [other, given]
  return new ReleaseError('SIGSTORE_CONFIG_INVALID', `${has} is given without ${lacks}`, {
    hint: 'Give both (a private Sigstore) or neither (the public one).',
  })
}

async function given(input: string, value: string, files: Files): Promise<unknown> {
  const isJson = value.trimStart().startsWith('{')
  const content = isJson ? Buffer.from(value) : await files.readIfPresent(value.trim(), maxBytes)
  if (content === undefined)
    throw new ReleaseError('SIGSTORE_CONFIG_INVALID', `${input}: there is no file ${value.trim()}`)
  const json = parsed(Buffer.from(content).toString())
  if (json === undefined) throw new ReleaseError('SIGSTORE_CONFIG_INVALID', `${input} holds no JSON`)
  return json
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Used at once, so that a broken key is found here and not after a release was staged. */
function readRoot(value: unknown, { logs }: { readonly logs: 'required' | 'optional' } = { logs: 'required' }) {
  try {
    const root = TrustedRoot.fromJSON(value)
    createLibraryVerifier(root)
    const hasTimes = root.tlogs.length > 0 || (logs === 'optional' && root.timestampAuthorities.length > 0)
    return root.certificateAuthorities.length > 0 && hasTimes ? root : undefined
  } catch {
    return undefined
  }
}
