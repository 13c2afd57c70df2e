import { ReleaseError, ReleaseErrors } from '../model/errors.ts'
import type { Target } from '../model/target.ts'
import { directory } from './directory/directory.ts'
import { oci, openRegistry } from './oci/oci.ts'
import { pages } from './pages/pages.ts'
import { releases } from './releases/releases.ts'
import { s3 } from './s3/s3.ts'
import type { TargetContext, TargetDefinition } from './target.ts'

/** Every kind of target: one line each. */
export const targetDefinitions: readonly TargetDefinition[] = [oci, pages, s3, directory, releases]

export { openRegistry }

/** Whether charts at this address are listed in an index.yaml. */
export function hasIndex(address: string): boolean {
  return definitionOf(address)?.hasIndex ?? false
}

/** Whether each version gets a GitHub Release in `own`, the repository of the workflow, from a target of this address. */
export function makesReleases(address: string, own: string): boolean {
  return definitionOf(address)?.makesReleases?.(address, own) ?? false
}

/** The kind of target that an address names by its scheme; `undefined` if there is none. */
export function definitionOf(address: string): TargetDefinition | undefined {
  return targetDefinitions.find(({ scheme }) => address.startsWith(scheme))
}

/** Opens the target of an address that `definitionOf` knows, without any request. Fails with `TARGET_ADDRESS_INVALID`. */
export function openTarget(address: string, context: TargetContext): Target {
  const text = address.trim()
  const definition = definitionOf(text)
  if (definition) return definition.open(text, context)
  throw new ReleaseError('BUG_UNEXPECTED', `The target "${text}" was not checked before it was opened`)
}

/**
 * Opens all targets of a run, in their order. Fails with `ReleaseErrors` that hold every problem: those of `openTarget`, and
 * `TARGET_DOUBLED`.
 */
export function openTargets(addresses: readonly string[], context: TargetContext): readonly Target[] {
  const opened = addresses.map((address) => targetOrError(() => openTarget(address, context)))
  const targets = opened.filter((outcome): outcome is Target => !(outcome instanceof ReleaseError))
  const problems = [...opened.filter((outcome) => outcome instanceof ReleaseError), ...namedTwice(targets)]
  if (problems.length > 0) throw new ReleaseErrors(problems)
  return targets
}

function targetOrError(open: () => Target): Target | ReleaseError {
  try {
    return open()
  } catch (thrown) {
    if (thrown instanceof ReleaseError) return thrown
    throw thrown
  }
}

const SAME_OPTIONS = 'Name it once, and with the same options (`?…`) under `targets` of a chart.'

function namedTwice(targets: readonly Target[]): readonly ReleaseError[] {
  const addresses = targets.map(({ address }) => address)
  const twice = new Set(addresses.filter((address, index) => addresses.indexOf(address) !== index))
  return [...twice].map(
    (address) => new ReleaseError('TARGET_DOUBLED', `The target ${address} is named twice`, { hint: SAME_OPTIONS }),
  )
}
