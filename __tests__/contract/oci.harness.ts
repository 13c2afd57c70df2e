import type { ChartRef } from '../../src/model/chart.ts'
import { openTarget } from '../../src/targets/registry.ts'
import { aTargetContext } from '../support/registry/context.ts'
import { type RegistryOptions, type SeenRequest, startRegistry } from '../support/registry/registry.ts'
import { faultFor, patienceWith, type TargetHarness, type TargetUnderContract, type Trouble } from './harness.ts'

const USER = { registryUsername: 'robot', registryPassword: 'secret-of-the-robot' }
const users = { robot: 'secret-of-the-robot' }

const FLAVOURS: Readonly<Record<string, RegistryOptions>> = {
  'with referrers': {},
  'without referrers': { referrers: false },
  'with referrers and no OCI-Subject': { ociSubject: false },
  'with OCI-Subject and no referrers': { referrers: false, ociSubject: true },
  'with tokens': { auth: { kind: 'bearer', users } },
  'with Basic auth, ETags and foreign storage': {
    auth: { kind: 'basic', users },
    etags: true,
    storage: true,
    referrers: false,
  },
}

export const ociUnderContract: readonly TargetUnderContract[] = Object.entries(FLAVOURS).map(([flavour, options]) => ({
  scheme: 'oci://',
  flavour,
  start: () => startHarness(options),
}))

async function startHarness(options: RegistryOptions): Promise<TargetHarness> {
  const registry = await startRegistry(options)
  const repository = ({ name }: ChartRef) => `acme/charts/${name}`
  let trouble: Trouble | undefined
  return {
    open: (steps = {}) =>
      openTarget(
        `oci://${registry.host}/acme/charts`,
        aTargetContext({ ...steps, settings: options.auth ? USER : {}, patienceMs: () => patienceWith(trouble) }),
      ),
    isVisible: (ref) => registry.tags(repository(ref)).includes(ref.version.replace('+', '_')),
    trouble(kind) {
      trouble = kind
      registry.disturb(kind && ((request) => (isOfRepository(request) ? faultFor(kind, REFUSALS) : undefined)))
    },
    swapArchive({ ref, digest }) {
      const manifest = registry.manifest(repository(ref), digest)
      const { layers } = JSON.parse(manifest?.bytes.toString() ?? '{}') as { layers: { digest: string }[] }
      registry.plantBlob(repository(ref), 'something else', layers[0]?.digest)
    },
    stripSignatures({ ref, digest }) {
      const tag = digest.replace(':', '-')
      for (const name of [tag, `${tag}.sig`]) registry.removeTag(repository(ref), name)
      for (const referrer of registry.referrers(repository(ref), digest))
        registry.removeManifest(repository(ref), referrer)
    },
    stop: registry.stop,
  }
}

const REFUSALS = {
  unauthorized: { errors: [{ code: 'UNAUTHORIZED', message: 'who are you?' }] },
  denied: { errors: [{ code: 'DENIED', message: 'you may not' }] },
}

/** The token server and `/v2/` stay well: the tests ask about the repository. */
function isOfRepository({ path }: SeenRequest): boolean {
  return path.startsWith('/v2/acme/')
}
