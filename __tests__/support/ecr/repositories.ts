/** A repository of ECR, as it was created. */
export interface EcrRepository {
  readonly name: string
  readonly scanOnPush: boolean
  readonly mutability: string
  /** Wildcards of the tags that the mutability does not hold for. */
  readonly exclusions: readonly string[]
}

/** Whether a tag can be written once only. */
export function isImmutable({ mutability, exclusions }: EcrRepository, tag: string): boolean {
  const isExcluded = exclusions.some((wildcard) => matches(wildcard, tag))
  if (mutability === 'IMMUTABLE') return true
  return mutability === 'IMMUTABLE_WITH_EXCLUSION' ? !isExcluded : mutability === 'MUTABLE_WITH_EXCLUSION' && isExcluded
}

function matches(wildcard: string, tag: string): boolean {
  const parts = wildcard.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(tag)
}

interface Creation {
  readonly registryId?: string
  readonly repositoryName?: string
  readonly imageTagMutability?: string
  readonly imageTagMutabilityExclusionFilters?: readonly { readonly filterType: string; readonly filter: string }[]
  readonly imageScanningConfiguration?: { readonly scanOnPush?: boolean }
}

const NAME = /^(?=.{2,256}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/
const MUTABILITIES = ['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION']

/** What a creation makes; a text says which parameter ECR would refuse. */
export function repositoryFrom(creation: Creation): EcrRepository | string {
  const { repositoryName: name = '', imageTagMutability: mutability = 'MUTABLE' } = creation
  const filters = creation.imageTagMutabilityExclusionFilters
  if (!NAME.test(name)) return "Invalid parameter at 'repositoryName'"
  if (!MUTABILITIES.includes(mutability)) return "Invalid parameter at 'imageTagMutability'"
  if (mutability.endsWith('EXCLUSION') !== (filters !== undefined)) return 'exclusion filters go with _WITH_EXCLUSION'
  const isSound = ({ filterType, filter }: { filterType: string; filter: string }) =>
    filterType === 'WILDCARD' && /^[0-9a-zA-Z._*-]{1,128}$/.test(filter) && filter.split('*').length <= 3
  if (filters && (filters.length < 1 || filters.length > 5 || !filters.every(isSound)))
    return "Invalid parameter at 'imageTagMutabilityExclusionFilters'"
  const scanOnPush = creation.imageScanningConfiguration?.scanOnPush ?? false
  return { name, mutability, scanOnPush, exclusions: (filters ?? []).map(({ filter }) => filter) }
}
