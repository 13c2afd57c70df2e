import type { ChartRef } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { GitHubRelease, ReleaseAsset } from '../../ports/github.ts'
import { archiveNames } from '../index/release-files.ts'

export function assetOccupied(
  { tag }: GitHubRelease,
  name: string,
  digests: { readonly found?: string | undefined; readonly made?: string | undefined } = {},
): ReleaseError {
  const [found, made] = [digests.found, digests.made].map((digest) => (digest === undefined ? '' : ` (${digest})`))
  const what = `The release ${tag} has another ${name}${found} than this run made${made}.`
  return new ReleaseError('CONFLICT_TAG_TAKEN', what, {
    hint: 'A published version is never overwritten: raise the version in Chart.yaml and run again.',
  })
}

/** A signature that is missing or of other bytes, mostly: GitHub takes no more files for what is published for good. */
export function sealed(
  { tag }: GitHubRelease,
  ref: ChartRef,
  { name, there }: { readonly name: string; readonly there: ReleaseAsset | undefined },
): ReleaseError {
  const file = name === archiveNames(ref).signature ? `signature (${name})` : name
  const how = there ? `with another ${file} than this run made` : `without its ${file}`
  const what = `The release ${tag} is immutable and was published ${how}`
  return new ReleaseError('GITHUB_RELEASE_IMMUTABLE', `${what}, and GitHub takes no more files for it.`, {
    hint: `Set \`version\` in the Chart.yaml of ${ref.name} higher than ${ref.version}, commit, and run again: that version is released with all its files, and ${tag} is left as it is.`,
  })
}

export function renamed({ name }: ReleaseAsset, wanted: string): ReleaseError {
  return new ReleaseError('GITHUB_RELEASE_FAILED', `GitHub stored ${wanted} under another name, ${name}.`, {
    hint: 'Chart names and versions of plain letters, digits, dots and dashes keep their names.',
  })
}

export function gone({ name, version }: ChartRef, tag: string): ReleaseError {
  return new ReleaseError(
    'GITHUB_RELEASE_FAILED',
    `The release ${tag} for ${name} ${version} is not there, or not whole.`,
    {
      hint: 'Somebody deleted it, or published it by hand, while this run worked: run again.',
    },
  )
}

/** An immutable release that was deleted takes its tag along for good. */
export function spent({ name, version }: ChartRef, tag: string, cause: ReleaseError): ReleaseError {
  const what = `The release ${tag} of ${name} ${version} was immutable and was deleted, and GitHub never gives its tag again.`
  return new ReleaseError('GITHUB_RELEASE_IMMUTABLE', what, {
    hint: `Set \`version\` in the Chart.yaml of ${name} higher than ${version}, commit, and run again.`,
    cause,
  })
}

/** The command that takes a file out of a release. */
export function removal(tag: string, file: string): string {
  return `gh release delete-asset ${tag} ${file}`
}
