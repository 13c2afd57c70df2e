import { isConstraint, satisfies } from '../../chart/manifest/constraints.ts'
import { compareHelmVersions, readHelmVersion } from '../../chart/manifest/helm-version.ts'

/** The newest release, as Helm takes it if no version is given. */
export const ANY_RELEASE = '*'

/** Whether a text names one version, and not a range of them. */
export function isExact(version: string): boolean {
  return readHelmVersion(version) !== undefined && version.split('.').length > 2
}

/** Whether Helm reads a text as one version or a range. */
export function isVersionOrRange(text: string): boolean {
  return isExact(text) || isConstraint(text)
}

/** Exactly this version, else the newest in the range; `undefined` if there is none. */
export function chooseVersion(versions: readonly string[], wanted: string): string | undefined {
  if (isExact(wanted)) return versions.find((version) => version === wanted)
  return versions.filter((version) => satisfies(version, wanted)).reduce<string | undefined>(newer, undefined)
}

function newer(best: string | undefined, version: string): string {
  const [a, b] = [readHelmVersion(best ?? ''), readHelmVersion(version)]
  if (best === undefined || !a) return version
  return b && compareHelmVersions(b, a) > 0 ? version : best
}
