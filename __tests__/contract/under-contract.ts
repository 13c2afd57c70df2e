import { targetDefinitions } from '../../src/targets/registry.ts'
import { directoryUnderContract } from './directory.harness.ts'
import type { TargetUnderContract } from './harness.ts'
import { ociUnderContract } from './oci.harness.ts'
import { pagesUnderContract } from './pages.harness.ts'
import { releasesUnderContract } from './releases.harness.ts'
import { s3UnderContract } from './s3.harness.ts'

/** Every kind of target with its flavours: one line each. */
export const underContract: readonly TargetUnderContract[] = [
  ...ociUnderContract,
  ...pagesUnderContract,
  ...releasesUnderContract,
  ...s3UnderContract,
  ...directoryUnderContract,
]

/** All kinds that the registry says have an index.yaml. Fails if one of them is not under contract. */
export const withIndex: readonly TargetUnderContract[] = targetDefinitions
  .filter(({ hasIndex }) => hasIndex)
  .flatMap(({ scheme }) => flavoursOf(scheme))

function flavoursOf(scheme: string): readonly TargetUnderContract[] {
  const flavours = underContract.filter((each) => each.scheme === scheme)
  if (flavours.length === 0) throw new Error(`${scheme} is registered and has no harness in __tests__/contract`)
  return flavours
}

/** For `describe.each`. */
export function named(targets: readonly TargetUnderContract[]) {
  return targets.map((each) => [`${each.scheme} ${each.flavour}`, each] as const)
}
