import { isConstraint, satisfies } from '../../../chart/manifest/constraints.ts'

/** Kubernetes versions beyond what any chart asks for today. */
const MINORS = 80
const PATCHES: readonly number[] = [0, 1, 10, 99]

export interface KubeChange {
  /** A version that was allowed and is not any more. */
  readonly lost?: string
  /** A version that is allowed now and was not. */
  readonly won?: string
}

/**
 * What a change of `kubeVersion` takes away and adds, by trying versions: all minors of Kubernetes and what stands around
 * the versions that the constraints name. `undefined` where a constraint is none that Helm reads.
 */
export function kubeChange(was: string, is: string): KubeChange | undefined {
  if ([was, is].some((one) => one !== '' && !isConstraint(one))) return undefined
  const allows = (constraint: string, version: string) => constraint === '' || satisfies(version, constraint)
  const versions = [...grid(), ...named(was), ...named(is)]
  // The newest one says most: that a new Kubernetes is shut out weighs more than an old one.
  const lost = versions.findLast((version) => allows(was, version) && !allows(is, version))
  const won = versions.findLast((version) => !allows(was, version) && allows(is, version))
  return { ...(lost !== undefined && { lost }), ...(won !== undefined && { won }) }
}

// Managed clusters call themselves `1.27.3-gke.1`: a constraint without a pre-release shuts them out.
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
