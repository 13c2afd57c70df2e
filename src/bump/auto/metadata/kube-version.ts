import { isConstraint, satisfies } from '../../../chart/manifest/constraints.ts'

/** Kubernetes versions beyond those that any chart requires today. */
const MINORS = 80
const PATCHES: readonly number[] = [0, 1, 10, 99]

export interface KubeChange {
  /** A version that was allowed before and no longer is. */
  readonly lost?: string
  /** A version that is allowed now and was not before. */
  readonly won?: string
}

/**
 * The effect of a change of `kubeVersion`, found by trying versions: all minors of Kubernetes and those around the
 * versions that the constraints name. `undefined` if Helm can't read a constraint.
 */
export function kubeChange(was: string, is: string): KubeChange | undefined {
  if ([was, is].some((one) => one !== '' && !isConstraint(one))) return undefined
  const allows = (constraint: string, version: string) => constraint === '' || satisfies(version, constraint)
  const versions = [...grid(), ...named(was), ...named(is)]
  // The newest one matters most: excluding a new Kubernetes weighs more than excluding an old one.
  const lost = versions.findLast((version) => allows(was, version) && !allows(is, version))
  const won = versions.findLast((version) => !allows(was, version) && allows(is, version))
  return { ...(lost !== undefined && { lost }), ...(won !== undefined && { won }) }
}

// Managed clusters call themselves `1.27.3-gke.1`: a constraint without a pre-release excludes them.
function grid(): readonly string[] {
  return Array.from({ length: MINORS }, (_, minor) => PATCHES.map((patch) => `1.${minor}.${patch}`)).flat()
}

function named(constraint: string): readonly string[] {
  return [...constraint.matchAll(/(\d{1,4})\.(\d{1,4})(?:\.(\d{1,6}))?/g)].flatMap(([, major, minor, patch = '0']) =>
    [-1, 0, 1]
      .map((step) => Number(patch) + step)
      .filter((one) => one >= 0)
      .map((one) => `${major}.${minor}.${one}`),
  )
}
