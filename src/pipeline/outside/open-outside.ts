import type { Target } from '../../model/target.ts'
import { openRegistry } from '../../targets/registry.ts'
import type { TargetContext } from '../../targets/target.ts'
import { openSite } from '../../verification/published/site.ts'
import type { Run } from '../run.ts'

/** How targets are looked at once all is visible; `undefined` for one that nobody can look at over the network. */
export function openOutside(places: TargetContext): Run['outside'] {
  const { settings, newHttp, facts } = places
  const opened = new Map<Target, ReturnType<Run['outside']>>()
  const open = ({ address, site }: Target): ReturnType<Run['outside']> => {
    if (site !== undefined) return { url: site, open: () => openSite(site, { ...places, serverUrl: facts.serverUrl }) }
    if (!address.startsWith('oci://')) return undefined
    const anonymous = { ...settings, anonymous: true } as const
    return {
      anybody: openRegistry(address, { ...places, http: newHttp(), settings: anonymous }),
      member: openRegistry(address, { ...places, http: newHttp() }),
    }
  }
  return (target) => {
    if (!opened.has(target)) opened.set(target, open(target))
    return opened.get(target)
  }
}
