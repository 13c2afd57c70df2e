import picomatch from 'picomatch'
import type { Identity } from '../../model/signature.ts'

/** Whose signatures a consumer accepts. */
export interface ExpectedIdentity {
  readonly issuer: string
  /** The workflow of a repository, or whoever has this subject. */
  readonly by: ExpectedWorkflow | { readonly subject: string }
}

export interface ExpectedWorkflow {
  /** Where the source is, e.g. `https://github.com/acme/charts`. Always checked: a reusable workflow has many callers. */
  readonly repositoryUrl: string
  /** Address of the workflow file; absent: any of `repositoryUrl`. */
  readonly workflow?: string
  /** Globs for the ref of a workflow file that is in another repository, e.g. `refs/tags/v1*`; absent: any. */
  readonly workflowRef?: string
  /** Globs for what the workflow ran on, e.g. `refs/heads/main`. */
  readonly refs: readonly string[]
}

/** Why a valid signature by this identity does not count, to follow `it is by …: `; `undefined` if it does. */
export function identityProblem(identity: Identity, { issuer, by }: ExpectedIdentity): string | undefined {
  if (identity.issuer !== issuer) return `its issuer is ${identity.issuer}, and ${issuer} is expected`
  return 'subject' in by ? subjectProblem(identity, by.subject) : workflowProblem(identity, by)
}

function subjectProblem({ subject }: Identity, expected: string): string | undefined {
  const isExpected = expected.endsWith('*') ? subject.startsWith(expected.slice(0, -1)) : subject === expected
  return isExpected ? undefined : `its subject is ${subject}, and ${expected} is expected`
}

function workflowProblem(identity: Identity, expected: ExpectedWorkflow): string | undefined {
  const { repositoryUrl, workflow } = expected
  const { sourceRepository } = identity
  if (sourceRepository === undefined) return 'its certificate does not name a source repository'
  // GitHub takes names in any case, and never two that differ only in that.
  if (sourceRepository.toLowerCase() !== repositoryUrl.toLowerCase())
    return `its source repository is ${sourceRepository}, and ${repositoryUrl} is expected`
  const found = workflowIn(identity.subject)
  if (!found) return `its subject is ${identity.subject}, which is not a workflow`
  const folder = `${repositoryUrl}/.github/workflows/`
  const isFile = workflow === undefined ? isBelow(found.file, folder) : isSameFile(found.file, workflow)
  if (!isFile) return `its workflow is ${found.file}, and ${workflow ?? `one below ${folder}`} is expected`
  return refProblem(identity, found, expected)
}

/** Both refs count where the file is of the repository itself: a run on `main` can call a workflow of another branch. */
function refProblem(
  { sourceRef }: Identity,
  { file, ref }: Workflow,
  { repositoryUrl, workflowRef, refs }: ExpectedWorkflow,
): string | undefined {
  const isOwn = isBelow(file, `${repositoryUrl}/`)
  const ranOn = sourceRef ?? (isOwn ? ref : undefined)
  if (ranOn === undefined) return 'its certificate does not name the ref that the workflow ran on'
  const odd = [ranOn, ...(isOwn ? [ref] : [])].find((one) => !matches(one, refs))
  if (odd !== undefined) return `its ref is ${odd}, and ${refs.join(' or ')} is expected`
  if (isOwn || workflowRef === undefined || matches(ref, [workflowRef])) return undefined
  return `its workflow is at ${ref}, and ${workflowRef} is expected`
}

interface Workflow {
  readonly file: string
  readonly ref: string
}

/** `https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main`, taken apart. */
function workflowIn(subject: string): Workflow | undefined {
  const found = /^(?<file>https:\/\/[^@\s]+\/\.github\/workflows\/[^@/\s]+\.ya?ml)@(?<ref>refs\/\S+)$/.exec(subject)
  const { file, ref } = found?.groups ?? {}
  return file === undefined || ref === undefined ? undefined : { file, ref }
}

function isSameFile(found: string, expected: string): boolean {
  const at = expected.indexOf('/.github/')
  return isBelow(found, expected.slice(0, at + 1)) && found.slice(at) === expected.slice(at)
}

function isBelow(file: string, folder: string): boolean {
  return file.toLowerCase().startsWith(folder.toLowerCase())
}

function matches(ref: string, patterns: readonly string[]): boolean {
  return picomatch.isMatch(ref, [...patterns], { dot: true, nonegate: true })
}
