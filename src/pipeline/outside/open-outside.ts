import { openRegistry } from '../../targets/registry.ts'
import type { TargetContext } from '../../targets/target.ts'
import { openSite } from '../../verification/published/site.ts'
import type { Run } from '../run.ts'

/** How targets are looked at once all is visible; `undefined` for one that nobody can look at over the network. */
export function openOutside(places: TargetContext): Run['outside'] {
  const { settings, newHttp, facts } = places
  return ({ address, site }) => {
    if (site !== undefined) return { url: site, open: () => openSite(site, { ...places, serverUrl: facts.serverUrl }) }
    if (!address.startsWith('oci://')) return undefined
    const anonymous = { ...settings, anonymous: true } as const
    return {
      anybody: openRegistry(address, { ...places, http: newHttp(), settings: anonymous }),
      member: openRegistry(address, { ...places, http: newHttp() }),
    }
  }
}
