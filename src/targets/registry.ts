import { ReleaseError, ReleaseErrors } from '../model/errors.ts'
import type { Target } from '../model/target.ts'
import { directory } from './directory/directory.ts'
import { oci } from './oci/oci.ts'
import { pages } from './pages/pages.ts'
import { s3 } from './s3/s3.ts'
import type { TargetContext, TargetDefinition } from './target.ts'

/** Every kind of target: one line each. */
export const targetDefinitions: readonly TargetDefinition[] = [oci, pages, s3, directory]

/** Whether charts at this address are listed in an index.yaml. */
export function hasIndex(address: string): boolean {
  return targetDefinitions.some((definition) => definition.hasIndex && address.startsWith(definition.scheme))
}

/** Opens the target of an address, without any request. Fails with `TARGET_SCHEME_UNKNOWN`, `TARGET_ADDRESS_INVALID`. */
export function openTarget(address: string, context: TargetContext): Target {
  const text = address.trim()
  const definition = targetDefinitions.find(({ scheme }) => text.startsWith(scheme))
  if (definition) return definition.open(text, context)
  const known = targetDefinitions.map(({ example }) => example).join(', ')
  throw new ReleaseError('TARGET_SCHEME_UNKNOWN', `The target "${text}" starts with no scheme that is known`, {
    hint: `Known are: ${known}`,
  })
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

function namedTwice(targets: readonly Target[]): readonly ReleaseError[] {
  const addresses = targets.map(({ address }) => address)
  const twice = new Set(addresses.filter((address, index) => addresses.indexOf(address) !== index))
  return [...twice].map((address) => new ReleaseError('TARGET_DOUBLED', `The target ${address} is named twice`))
}
