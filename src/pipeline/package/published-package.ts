import { asPublished, lacksLock, packagedTexts } from '../../chart/dependencies/published-locks.ts'
import type { PackageRequest } from '../../chart/package/package.ts'
import type { TargetState } from '../../plan/decision/judged-chart.ts'

/**
 * What to package for a version that a target holds already, if git has no lock for it: with the lock that it was published
 * with, so that the two can be compared. Fails as `asPublished`, and as the target does.
 */
export async function asHeld<R extends PackageRequest>(
  request: R,
  name: string,
  sightings: readonly TargetState[],
): Promise<R> {
  if (!lacksLock(request.sources, request.path)) return request
  const holder = sightings.find(({ presence }) => presence.state === 'present' && !presence.isMissing)
  if (holder?.presence.state !== 'present') return request
  const ref = { name, version: request.version }
  const { archive } = await holder.target.fetch({ ref, digest: holder.presence.digest })
  const { sources, overlay } = asPublished(request.sources, request.path, packagedTexts(archive))
  return { ...request, sources, overlay: new Map([...request.overlay, ...overlay]) }
}
