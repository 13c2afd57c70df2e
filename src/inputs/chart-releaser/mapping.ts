import type { ReleaseError } from '../../model/errors.ts'
import type { Remark } from '../../model/settings.ts'
import type { Environment } from '../../ports/process.ts'
import type { GivenValue } from '../table/given-value.ts'
import { isFolderInside } from '../table/parse.ts'
import type { Entries, Entry } from './keys.ts'
import { elsewhere } from './own-repository.ts'
import { indexNameProblem, pagesTarget } from './pages.ts'
import { refusal } from './read-entry.ts'
import { releaseRemarks } from './remarks.ts'

/** Inputs that chart-releaser's settings can stand for. */
export type Mapped = 'targets' | 'tag-template' | 'packages-dir' | 'github-token'

export interface Mapping {
  /** By input; where the step and our config file say nothing, these hold. */
  readonly defaults: ReadonlyMap<string, GivenValue>
  readonly remarks: readonly Remark[]
  readonly problems: readonly ReleaseError[]
}

export interface MappingOptions {
  /** Whether the step or our config file gives this input: then chart-releaser's word does not count. */
  readonly isGiven: (input: Mapped | 'gpg-private-key') => boolean
  readonly environment: Environment
}

/** What chart-releaser's settings mean here: pure. What can't be followed is a remark, or a problem where it must not be left out. */
export function mapEntries(entries: Entries, { isGiven, environment }: MappingOptions): Mapping {
  const defaults = new Map<Mapped, GivenValue>()
  const take = (input: Mapped, entry: Entry | undefined, raw = entry?.value): void => {
    if (entry === undefined || raw === undefined || isGiven(input)) return
    const { words, at } = entry.from
    defaults.set(input, { raw, origin: { source: 'chart-releaser', name: words, ...(at && { at }) } })
  }
  const target = pagesTarget(entries)
  take('targets', target?.said, target?.address)
  take('tag-template', entries.get('release-name-template'))
  const folder = entries.get('package-path')
  const inside = folder !== undefined && isFolderInside(folder.value)
  if (inside) take('packages-dir', folder)
  // From a variable only: a file of the repository is no place for a token.
  const token = entries.get('token')
  if (token?.from.at === undefined) take('github-token', token)
  const place = isGiven('targets') ? [] : [...elsewhere(entries, environment), ...withoutReview(entries)]
  const index = isGiven('targets') ? undefined : indexNameProblem(entries)
  return {
    defaults,
    problems: [...place, ...(index ? [index] : []), ...(isGiven('gpg-private-key') ? [] : unsigned(entries))],
    remarks: [
      ...(folder && !inside && !isGiven('packages-dir') ? [notInside(folder)] : []),
      ...(defaults.has('targets') ? releaseRemarks(entries) : []),
    ],
  }
}

/** Who had the index reviewed must not find it pushed. */
function withoutReview(entries: Entries): readonly ReleaseError[] {
  const review = entries.get('pr')
  if (review?.value !== 'true') return []
  const hint =
    'This action pushes to the branch that is served; say `pr: false` where that is meant, or give `targets`.'
  return [refusal(review.from, 'asks for a pull request with the index, which is not made here', hint)]
}

/** Signing must not drop out because another tool's key file is not read. */
function unsigned(entries: Entries): readonly ReleaseError[] {
  const sign = entries.get('sign')
  if (sign?.value !== 'true') return []
  const hint =
    'Give the key as the input `gpg-private-key`, from a secret (and `gpg-passphrase`); or set it to `false` for releases without `.prov` files.'
  return [refusal(sign.from, 'asks for PGP signatures, and keyrings and passphrase files are not read here', hint)]
}

function notInside({ from: { words, at } }: Entry): Remark {
  const text = `${words} is no folder inside the repository, so packages are left nowhere; see \`packages-dir\`.`
  return { text, ...(at && { at }) }
}
