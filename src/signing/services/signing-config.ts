import { type Service, type ServiceConfiguration, ServiceSelector, SigningConfig } from '@sigstore/protobuf-specs'
import { ReleaseError } from '../../model/errors.ts'
import { isLoopback } from '../../model/http/hosts.ts'
import type { ServiceAddress } from './outages.ts'

export interface SelectedServices {
  readonly fulcio: ServiceAddress
  readonly rekor: ServiceAddress
  readonly timestampAuthority: ServiceAddress | undefined
}

const mediaType = 'application/vnd.dev.sigstore.signingconfig.v0.2+json'
const supportedVersion = 1

/**
 * The services of a SigningConfig v0.2 (JSON value) to use at `now`: of each kind the newest that is valid and has a
 * version that we support (sigstore_trustroot.proto, SigningConfig). Fails with `SIGSTORE_CONFIG_INVALID`,
 * `SIGSTORE_REKOR_V2_ONLY`.
 */
export function selectServices(value: unknown, now: Date): SelectedServices {
  const config = parse(value)
  const [authority] = several(config.tsaUrls, config.tsaConfig, 'timestamp authority', now)
  const [fulcio] = valid(config.caUrls, now)
  if (fulcio === undefined) throw unusable('names no Fulcio that is valid now')
  const [rekor] = several(config.rekorTlogUrls, config.rekorTlogConfig, 'Rekor', now)
  if (rekor === undefined) throw noLog(config.rekorTlogUrls)
  return {
    fulcio: address('Fulcio', fulcio),
    rekor: address('Rekor', rekor),
    timestampAuthority: authority && address('the timestamp authority', authority),
  }
}

function parse(value: unknown): SigningConfig {
  try {
    const config = SigningConfig.fromJSON(value)
    if (config.mediaType === mediaType) return config
  } catch {
    // Falls through.
  }
  throw unusable(`is not of the type ${mediaType}`)
}

function several(
  services: readonly Service[],
  rule: ServiceConfiguration | undefined,
  kind: string,
  now: Date,
): Service[] {
  const found = valid(services, now)
  const wanted = rule?.selector === ServiceSelector.EXACT ? rule.count : 1
  const operators = new Set(found.map(({ operator }) => operator)).size
  if (wanted > 1 || (rule?.selector === ServiceSelector.ALL && operators > 1)) {
    throw unusable(`asks for more than one ${kind} for a signature, which is not supported`)
  }
  return found
}

/** Newest first. */
function valid(services: readonly Service[], now: Date): Service[] {
  return services
    .filter(({ majorApiVersion, validFor }) => {
      const started = validFor?.start === undefined || validFor.start <= now
      const ended = validFor?.end !== undefined && validFor.end < now
      return majorApiVersion === supportedVersion && started && !ended
    })
    .sort((a, b) => (b.validFor?.start?.getTime() ?? 0) - (a.validFor?.start?.getTime() ?? 0))
}

function noLog(logs: readonly Service[]): ReleaseError {
  if (!logs.some(({ majorApiVersion }) => majorApiVersion > supportedVersion))
    return unusable('names no Rekor that is valid now')
  return new ReleaseError(
    'SIGSTORE_REKOR_V2_ONLY',
    'The only log in the signing configuration is a Rekor v2. It gives no signed entry timestamp, so no signature could be made ' +
      'that Flux before 2.8, Kyverno and policy-controller read; releasing with the newer form alone is not supported yet.',
    { hint: 'Name a signing configuration that has a Rekor v1 (majorApiVersion 1), or set sign: none.' },
  )
}

function address(name: string, { url }: Service): ServiceAddress {
  if (!URL.canParse(url)) throw unusable(`names ${name} without a web address`)
  const { protocol, hostname, username } = new URL(url)
  if (username !== '' || !(protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)))) {
    throw unusable(`names ${name} at ${hostname} by something else than https`)
  }
  return { name, url: url.replace(/\/+$/, '') }
}

function unusable(what: string): ReleaseError {
  return new ReleaseError('SIGSTORE_CONFIG_INVALID', `The Sigstore signing configuration ${what}`)
}
