import { startRegistry } from '../../support/registry/registry.ts'
import { isMissing } from '../missing.ts'
import { tools } from '../tools.ts'
import { startDistribution } from './distribution.ts'
import type { OpenRegistry, RegistryPlace } from './registry.ts'

const user = { name: 'robot', password: 'a pass $word' }

async function inProcess(referrers: boolean, kind?: 'basic' | 'bearer'): Promise<OpenRegistry> {
  const auth = kind && { kind, users: { [user.name]: user.password } }
  const registry = await startRegistry({ referrers, ...(auth && { auth }) })
  return { host: registry.host, ...(kind && { user }), close: () => registry.stop() }
}

/** Every registry of the matrix with its kind of access, in the order of docs/interop.md. */
export const registryPlaces: readonly RegistryPlace[] = [
  {
    name: 'in-process, referrers',
    packager: 'helm4',
    asksAll: true,
    asksFileReaders: true,
    start: () => inProcess(true),
  },
  { name: 'in-process, no referrers', packager: 'helm3', asksAll: true, start: () => inProcess(false) },
  {
    name: `distribution ${tools.registry.version.slice(1)}`,
    packager: 'helm4',
    asksAll: true,
    start: async ({ registry }) => (isMissing(registry) ? registry : startDistribution(registry.file)),
  },
  { name: 'in-process, referrers', auth: 'Bearer', packager: 'helm4', start: () => inProcess(true, 'bearer') },
  { name: 'in-process, no referrers', auth: 'Basic', packager: 'helm4', start: () => inProcess(false, 'basic') },
]
