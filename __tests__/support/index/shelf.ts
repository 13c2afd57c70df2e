import type { Digest } from '../../../src/model/chart.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import type { Presence, Published, Target } from '../../../src/model/target.ts'

/** A target that planning can look at: versions of one chart on a shelf. It takes nothing in. */
export interface Shelf extends Target {
  /** Versions that were asked for, in order. */
  readonly asked: readonly string[]
}

export const DIGEST: Digest = `sha256:${'d'.repeat(64)}`

export function published(fingerprint: string | undefined, change: Partial<Published> = {}): Published {
  return {
    state: 'present',
    digest: DIGEST,
    appVersion: '7',
    signed: 'some',
    ...(fingerprint && { fingerprint }),
    ...change,
  }
}

export const broken: Presence = {
  state: 'unknown',
  why: new ReleaseError('REGISTRY_DENIED', 'the registry says 403', { hint: 'log in' }),
}

export function aShelf(held: Readonly<Record<string, Presence>> = {}, address = 'oci://registry.test/charts'): Shelf {
  const asked: string[] = []
  const reading: Pick<Target, 'address' | 'reference' | 'find' | 'versions' | 'adoptions'> = {
    address,
    reference: ({ name, version }) => `${address}/${name}:${version}`,
    find: async ({ version }) => {
      asked.push(version)
      return held[version] ?? { state: 'absent' }
    },
    adoptions: async () => [],
    versions: async () =>
      Object.entries(held).flatMap(([version, { state }]) => (state === 'present' ? [version] : [])),
  }
  return { ...(reading as Partial<Target> as Target), asked }
}
