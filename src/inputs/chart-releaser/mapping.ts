import type { ReleaseError } from '../../model/errors.ts'
import type { Remark } from '../../model/settings.ts'
import type { Environment } from '../../ports/process.ts'
import type { GivenValue } from '../table/given-value.ts'
import { isFolderInside } from '../table/parse.ts'
import { type Entries, type Entry, refusal } from './entries.ts'
import { indexNameProblem, otherRepositoryProblems, pagesTarget } from './pages-target.ts'
import { releaseRemarks } from './remarks.ts'

/** Inputs that chart-releaser's settings can stand for. */
export type MappedInput =
  | 'release-notes-file'
  | 'generate-release-notes'
  | 'targets'
  | 'tag-template'
  | 'packages-dir'
  | 'github-token'
  | 'bump'

export interface Mapping {
  /** By input; they apply if neither the step nor our config file gives that input. */
  readonly defaults: ReadonlyMap<string, GivenValue>
  readonly remarks: readonly Remark[]
  readonly problems: readonly ReleaseError[]
}

export interface MappingOptions {
  /** Whether the step or our config file gives this input; then chart-releaser's setting does not count. */
  readonly isGiven: (input: MappedInput | 'gpg-private-key') => boolean
  readonly environment: Environment
}

/** What chart-releaser's settings mean here. Those that cannot be followed become remarks, or problems if ignoring them is not safe. */
export function mapEntries(entries: Entries, { isGiven, environment }: MappingOptions): Mapping {
  const defaults = new Map<MappedInput, GivenValue>()
  const take = (input: MappedInput, entry: Entry | undefined, raw = entry?.value): void => {
    if (entry === undefined || raw === undefined || isGiven(input)) return
    const { words, at } = entry.from
    defaults.set(input, { raw, origin: { source: 'chart-releaser', name: words, ...(at && { at }) } })
  }
  // Whoever uses chart-releaser raises versions by hand: it releases what Chart.yaml says, and skips what is released.
  take('bump', [...entries.values()][0], 'manual')
  const target = pagesTarget(entries)
  take('targets', target?.said, target?.address)
  take('tag-template', entries.get('release-name-template'))
  take('release-notes-file', entries.get('release-notes-file'))
  take('generate-release-notes', entries.get('generate-release-notes'))
  const folder = entries.get('package-path')
  const inside = folder !== undefined && isFolderInside(folder.value)
  if (inside) take('packages-dir', folder)
  // From a variable only: a token does not belong into a file of the repository.
  const token = entries.get('token')
  if (token?.from.at === undefined) take('github-token', token)
  const place = isGiven('targets') ? [] : [...otherRepositoryProblems(entries, environment), ...reviewProblems(entries)]
  const index = isGiven('targets') ? undefined : indexNameProblem(entries)
  return {
    defaults,
    problems: [...place, ...(index ? [index] : []), ...(isGiven('gpg-private-key') ? [] : signatureProblems(entries))],
    remarks: [
      ...(folder && !inside && !isGiven('packages-dir') ? [folderOutside(folder)] : []),
      ...(defaults.has('targets') ? releaseRemarks(entries) : []),
    ],
  }
}

/** A project that reviews its index must not find it pushed without review. */
function reviewProblems(entries: Entries): readonly ReleaseError[] {
  const review = entries.get('pr')
  if (review?.value !== 'true') return []
  const hint =
    'This action pushes to the branch that is served; say `pr: false` where that is meant, or give `targets`.'
  return [refusal(review.from, 'asks for a pull request with the index, which is not made here', hint)]
}

/** Signing must not be dropped because another tool's key file is not read. */
function signatureProblems(entries: Entries): readonly ReleaseError[] {
  const sign = entries.get('sign')
  if (sign?.value !== 'true') return []
  const hint =
    'Give the key as the input `gpg-private-key`, from a secret (and `gpg-passphrase`); or set it to `false` for releases without `.prov` files.'
  return [refusal(sign.from, 'asks for PGP signatures, and keyrings and passphrase files are not read here', hint)]
}

function folderOutside({ from: { words, at } }: Entry): Remark {
  const text = `${words} is no folder inside the repository, so packages are left nowhere; see \`packages-dir\`.`
  return { text, ...(at && { at }) }
}
